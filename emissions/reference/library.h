#pragma once

#include <memory>
#include <string_view>

#include "geo/city/result.h"

namespace emissions::reference {

/// All reference tables of assets/reference, parsed and checked: every row carries value, unit,
/// year, source and status. Built from text; this folder opens no file.
class Library {
  public:
    /// `open` gives the text of a table by file name ("grid.csv"), or an empty view.
    using Open = std::string_view (*)(std::string_view name);
    static city::Result<Library> load(Open open);

    Library(Library&&) noexcept;
    Library& operator=(Library&&) noexcept;
    ~Library();

    struct Tables;
    const Tables& tables() const { return *tables_; }

  private:
    explicit Library(std::unique_ptr<Tables> tables);
    std::unique_ptr<Tables> tables_;
};

}  // namespace emissions::reference
