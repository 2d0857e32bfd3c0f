#include "geo/source/memory_text.h"

#include <cpl_vsi.h>

#include <atomic>
#include <utility>

namespace geo_io {

MemoryText::MemoryText(const std::string& name, std::string bytes) : bytes_(std::move(bytes)) {
    static std::atomic<unsigned> made = 0;
    path_ = "/vsimem/twinscape/" + std::to_string(++made) + "/" + name;
    if (VSILFILE* file = VSIFileFromMemBuffer(
            path_.c_str(), reinterpret_cast<GByte*>(bytes_.data()), bytes_.size(), FALSE))
        VSIFCloseL(file);
}

MemoryText::~MemoryText() {
    VSIUnlink(path_.c_str());
}

}  // namespace geo_io
