#include "geo/source/server_probe.h"

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <string_view>

namespace geo_io {

namespace {

using Clock = std::chrono::steady_clock;

// "" once it can be read or written, or why not.
std::string wait_for(int socket, short what, Clock::time_point end) {
    while (true) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd one{socket, what, 0};
        const int ready = ::poll(&one, 1, left > 0 ? static_cast<int>(left) : 0);
        if (ready > 0) return "";
        if (ready == 0) return "it does not answer in time";
        if (errno != EINTR) return std::strerror(errno);
    }
}

std::string greeting_from(const addrinfo& address, Clock::time_point end) {
    const int socket = ::socket(
        address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol);
    if (socket < 0) return std::strerror(errno);
    std::string why;
    if (::connect(socket, address.ai_addr, address.ai_addrlen) != 0) {
        why = errno == EINPROGRESS ? wait_for(socket, POLLOUT, end) : std::strerror(errno);
        int error = 0;
        socklen_t size = sizeof error;
        if (why.empty() && ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 &&
            error != 0)
            why = std::strerror(error);
    }
    if (why.empty()) why = wait_for(socket, POLLIN, end);
    ::close(socket);
    return why;
}

std::string value_of(std::string_view name, std::string_view key) {
    const std::size_t at = name.find("," + std::string(key) + "=");
    if (at == std::string_view::npos) return {};
    const std::string_view value = name.substr(at + key.size() + 2);
    return std::string(value.substr(0, value.find(',')));
}

}  // namespace

std::string no_greeting(const std::string& host, const std::string& port,
                        std::chrono::milliseconds limit) {
    addrinfo hints{}, *found = nullptr;
    hints.ai_socktype = SOCK_STREAM;
    if (const int error = ::getaddrinfo(host.c_str(), port.c_str(), &hints, &found); error != 0)
        return ::gai_strerror(error);
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> addresses(found, ::freeaddrinfo);
    const Clock::time_point end = Clock::now() + limit;
    std::string why = "it has no address";
    for (const addrinfo* one = found; one != nullptr && !why.empty(); one = one->ai_next)
        why = greeting_from(*one, end);
    return why;
}

std::string no_mysql_greeting(const std::string& name, std::chrono::milliseconds limit) {
    const std::string host = value_of(name, "host"), port = value_of(name, "port");
    if (host.empty() || host == "localhost") return {};
    return no_greeting(host, port.empty() ? "3306" : port, limit);
}

}  // namespace geo_io
