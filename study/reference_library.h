#pragma once

#include "emissions/reference/library.h"

namespace study {

/// The reference tables that the program carries, parsed once. They are part of the program: a
/// table that cannot be read is a bug, and stops it with the table and line.
const emissions::reference::Library& reference_library();

}  // namespace study
