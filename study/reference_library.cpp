#include "study/reference_library.h"

#include <spdlog/spdlog.h>

#include <cstdlib>

#include "embedded/reference_files.h"

namespace study {

const emissions::reference::Library& reference_library() {
    static const emissions::reference::Library library = [] {
        auto loaded = emissions::reference::Library::load([](std::string_view name) {
            return reference_files::embedded_file(name).value_or(std::string_view{});
        });
        if (!loaded) {
            spdlog::critical("{}", loaded.error().message);
            std::abort();
        }
        return std::move(*loaded);
    }();
    return library;
}

}  // namespace study
