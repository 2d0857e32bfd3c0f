#pragma once

#include <string_view>

namespace emissions::reference {

struct Fact;

/// What a test defines that wants to know which rows are read. Called by table.cpp and
/// schedule_table.cpp only where they are compiled with TWINSCAPE_WATCH_TABLES; never in a library.
void watch_fact(const Fact& fact);
void watch_schedule(std::string_view set);

}  // namespace emissions::reference
