// One door for libFuzzer: TWINSCAPE_DOOR is its name.
#include "fuzz/door.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Door* const door = [] {
        for (const fuzz::Door& one : fuzz::doors())
            if (one.name == TWINSCAPE_DOOR) return &one;
        return static_cast<const fuzz::Door*>(nullptr);
    }();
    fuzz::must(door != nullptr, "the door is in fuzz/doors.cpp");
    door->enter({data, size});
    return 0;
}
