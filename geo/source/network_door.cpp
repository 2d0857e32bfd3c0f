#include "geo/source/network_door.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <cpl_vsi_virtual.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace geo_io {

namespace {

// GDAL's own file systems that stay on this machine. All others, also those of later versions, are
// shut: /vsicurl/, /vsis3/... ask servers, /vsistdin/ waits for a pipe, /vsisparse/ reads what its
// file names.
constexpr std::array<std::string_view, 7> local{"/vsimem/", "/vsizip/", "/vsigzip/",   "/vsitar/",
                                                "/vsi7z/",  "/vsirar/", "/vsisubfile/"};

struct Handlers {
    VSIFilesystemHandler *gdal, *shut;
};
struct Door {
    std::mutex mutex;
    int open = 0;
    std::map<std::string, Handlers> network;  ///< by prefix
};

// Lives until the process ends: GDAL frees those of the handlers that are then in place.
Door& door() {
    static Door* const one = new Door;
    return *one;
}

constexpr const char* shut_message = "the network is not to be used (--allow-network)";

CPLHTTPResult* fetch_nothing(const char*, CSLConstList, GDALProgressFunc, void*,
                             CPLHTTPFetchWriteFunc, void*, void*) {
    CPLError(CE_Failure, CPLE_HttpResponse, "%s", shut_message);
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup(shut_message);
    return result;
}

int no_status(void*, const char*, VSIStatBufL*, int) {
    return -1;
}

void* no_file(void*, const char*, const char*) {
    return nullptr;
}

VSIFilesystemHandler* shut_handler(const std::string& prefix) {
    VSIFilesystemPluginCallbacksStruct* calls = VSIAllocFilesystemPluginCallbacksStruct();
    calls->stat = no_status;
    calls->open = no_file;
    VSIInstallPluginHandler(prefix.c_str(), calls);
    VSIFreeFilesystemPluginCallbacksStruct(calls);
    return VSIFileManager::GetHandler(prefix.c_str());
}

bool asks_a_server(const std::string& prefix) {
    return !prefix.starts_with("/vsistd") && prefix != "/vsisparse/" && prefix != "/vsicrypt/";
}

}  // namespace

void shut_network_door() {
    Door& one = door();
    const std::lock_guard lock(one.mutex);
    OSRSetPROJEnableNetwork(0);
    char** prefixes = VSIGetFileSystemsPrefixes();
    for (char** prefix = prefixes; prefix != nullptr && *prefix != nullptr; ++prefix) {
        const std::string name(*prefix);
        if (!name.starts_with("/vsi") || name.starts_with("/vsitwinscape") ||
            std::find(local.begin(), local.end(), name) != local.end())
            continue;
        VSIFilesystemHandler* of_gdal = VSIFileManager::GetHandler(name.c_str());
        one.network[name] = {of_gdal, shut_handler(name)};
    }
    CSLDestroy(prefixes);
    CPLHTTPSetFetchCallback(fetch_nothing, nullptr);
}

OpenNetworkDoor::OpenNetworkDoor() {
    Door& one = door();
    const std::lock_guard lock(one.mutex);
    if (one.open++ > 0) return;
    for (const auto& [prefix, handlers] : one.network)
        if (asks_a_server(prefix)) VSIFileManager::InstallHandler(prefix, handlers.gdal);
    CPLHTTPSetFetchCallback(nullptr, nullptr);
}

OpenNetworkDoor::~OpenNetworkDoor() {
    Door& one = door();
    const std::lock_guard lock(one.mutex);
    if (--one.open > 0) return;
    for (const auto& [prefix, handlers] : one.network)
        VSIFileManager::InstallHandler(prefix, handlers.shut);
    CPLHTTPSetFetchCallback(fetch_nothing, nullptr);
}

}  // namespace geo_io
