#include "geo/source/read_bytes.h"

#include <bzlib.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <memory>

namespace geo_io {

namespace {

constexpr std::size_t step = std::size_t{1} << 20;

struct Close {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, Close>;

std::string in_megabytes(std::size_t bytes) {
    return std::to_string(bytes >> 20) + " MB";
}

}  // namespace

std::string head_of(const std::string& path, std::size_t most_bytes, bool& whole) {
    whole = false;
    const File file(VSIFOpenL(path.c_str(), "rb"));
    if (!file) return {};
    std::string bytes(most_bytes + 1, '\0');
    bytes.resize(VSIFReadL(bytes.data(), 1, bytes.size(), file.get()));
    whole = bytes.size() <= most_bytes;
    bytes.resize(std::min(bytes.size(), most_bytes));
    return bytes;
}

city::Result<std::string> all_of_file(const std::string& path, std::size_t most_bytes,
                                      const std::string& remedy) {
    const File file(VSIFOpenL(path.c_str(), "rb"));
    if (!file) return city::fail("it cannot be opened");
    std::string bytes;
    while (true) {
        const std::size_t there = bytes.size();
        bytes.resize(there + step);
        const std::size_t got = VSIFReadL(bytes.data() + there, 1, step, file.get());
        bytes.resize(there + got);
        if (bytes.size() > most_bytes)
            return city::fail("it is larger than " + in_megabytes(most_bytes) + ": " + remedy);
        if (got < step) return bytes;
    }
}

city::Result<std::string> unpacked_bzip2(const std::string& packed, std::size_t most_bytes) {
    std::string bytes;
    std::size_t at = 0;
    // Several streams behind each other are one file (pbzip2).
    while (at < packed.size()) {
        bz_stream stream{};
        if (BZ2_bzDecompressInit(&stream, 0, 0) != BZ_OK) return city::fail("no memory for bzip2");
        int state = BZ_OK;
        stream.next_in = const_cast<char*>(packed.data()) + at;
        stream.avail_in =
            static_cast<unsigned>(std::min<std::size_t>(packed.size() - at, 1u << 30));
        while (state == BZ_OK && bytes.size() <= most_bytes) {
            const std::size_t there = bytes.size();
            bytes.resize(there + step);
            stream.next_out = bytes.data() + there;
            stream.avail_out = static_cast<unsigned>(step);
            state = BZ2_bzDecompress(&stream);
            bytes.resize(there + step - stream.avail_out);
            if (state == BZ_OK && stream.avail_in == 0 && stream.avail_out > 0)
                state = BZ_UNEXPECTED_EOF;
        }
        at = static_cast<std::size_t>(stream.next_in - packed.data());
        BZ2_bzDecompressEnd(&stream);
        if (bytes.size() > most_bytes)
            return city::fail("it unpacks to more than " + in_megabytes(most_bytes) +
                              ": unpack it yourself if you trust it (bunzip2 -k)");
        if (state == BZ_UNEXPECTED_EOF)
            return city::fail(
                "the packed file (bzip2) ends in the middle: it was not downloaded whole");
        if (state != BZ_STREAM_END) return city::fail("the packed file (bzip2) is damaged");
    }
    return bytes;
}

}  // namespace geo_io
