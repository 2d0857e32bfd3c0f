#pragma once

#include <exception>
#include <new>
#include <string>

#include "geo/city/result.h"

namespace city {

/// What a `catch (...)` holds, as an Error for a person. Only to be called inside one: libraries
/// throw and memory can run out anywhere; nothing of ours throws on purpose.
inline Error error_of_caught() noexcept {
    try {
        try {
            throw;
        } catch (const std::bad_alloc&) {
            return {"not enough memory: close other programs or open a smaller city"};
        } catch (const std::exception& thrown) {
            return {std::string("something unexpected went wrong: ") + thrown.what()};
        } catch (...) {
            return {"something unexpected went wrong"};
        }
    } catch (...) {
        return {"out of memory"};  // so short that it needs none
    }
}

}  // namespace city
