#include "geo/source/server_probe.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "tests/support/catch.h"

namespace {

// A port of this machine that somebody listens at.
struct Listener {
    int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    std::string port;

    Listener() {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0);
        REQUIRE(::listen(socket, 4) == 0);
        REQUIRE(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        port = std::to_string(ntohs(address.sin_port));
    }
    ~Listener() { ::close(socket); }
};

}  // namespace

TEST_CASE("a database that does not answer is not waited for") {
    using std::chrono::milliseconds;
    const Listener server;
    CHECK(geo_io::no_greeting("127.0.0.1", server.port, milliseconds(100)) ==
          "it does not answer in time");
    CHECK(geo_io::no_mysql_greeting("MYSQL:d,user=u,host=127.0.0.1,port=" + server.port,
                                    milliseconds(100)) == "it does not answer in time");
    CHECK(geo_io::no_mysql_greeting("MYSQL:d,user=u", milliseconds(100)).empty());
    std::string gone;
    {
        const Listener closed;
        gone = closed.port;
    }
    CHECK(geo_io::no_greeting("127.0.0.1", gone, milliseconds(1000)) == "Connection refused");

    const Listener friendly;
    std::jthread greets([&] {
        const int one = ::accept(friendly.socket, nullptr, nullptr);
        (void)::send(one, "hello", 5, 0);
        ::close(one);
    });
    CHECK(geo_io::no_greeting("127.0.0.1", friendly.port, milliseconds(5000)).empty());
}
