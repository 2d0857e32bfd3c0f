#include "viewer/input/tool_input.h"

#include "tests/support/catch.h"
#include "viewer/state/apply.h"

using namespace viewer;

namespace {

// A hand with a mouse over an 800 x 500 view of the first city.
struct Hand {
    AppState state;
    std::vector<Command> given;

    void send(Pointer pointer) {
        pointer.size_px = {800, 500};
        std::vector<Command> commands;
        tool_input(state, pointer, commands);
        for (const Command& command : commands) {
            apply(state, command);
            given.push_back(command);
        }
    }
    void drag(std::vector<glm::vec2> way, bool shift = false, bool alt = false) {
        send({.at_px = way.front(), .pressed = true, .down = true, .shift = shift, .alt = alt});
        for (const glm::vec2 at : way)
            send({.at_px = at, .down = true, .shift = shift, .alt = alt});
        send({.at_px = way.back(), .released = true, .shift = shift, .alt = alt});
    }
    void click(glm::vec2 at) {
        send({.at_px = at, .pressed = true, .down = true});
        send({.at_px = at, .released = true, .clicked = true});
    }
    template <class Wanted>
    const Wanted* last() const {
        return given.empty() ? nullptr : std::get_if<Wanted>(&given.back());
    }
};

}  // namespace

TEST_CASE("dragging with the box draws four corners and ends in a choice", "[viewer][tools]") {
    Hand hand;
    apply(hand.state, SetTool{Tool::box});
    hand.drag({{100, 100}, {250, 180}, {300, 220}});
    REQUIRE(hand.last<ChooseInside>());
    CHECK(hand.last<ChooseInside>()->combine == Combine::replace);
    CHECK(hand.state.outline.points_px ==
          std::vector<glm::vec2>{{100, 100}, {300, 100}, {300, 220}, {100, 220}});
    hand.drag({{10, 10}, {50, 50}}, true);
    CHECK(hand.last<ChooseInside>()->combine == Combine::add);
    hand.drag({{10, 10}, {50, 50}}, false, true);
    CHECK(hand.last<ChooseInside>()->combine == Combine::remove);
}

TEST_CASE("a lasso keeps the way of the hand, without points finer than can be seen",
          "[viewer][tools]") {
    Hand hand;
    apply(hand.state, SetTool{Tool::lasso});
    hand.drag({{100, 100}, {101, 100}, {150, 100}, {150, 160}, {100, 160}});
    REQUIRE(hand.last<ChooseInside>());
    CHECK(hand.state.outline.points_px ==
          std::vector<glm::vec2>{{100, 100}, {150, 100}, {150, 160}, {100, 160}});
}

TEST_CASE("a click with the box leaves no outline: it takes the building under it",
          "[viewer][tools]") {
    Hand hand;
    apply(hand.state, SetTool{Tool::box});
    hand.click({200, 200});
    CHECK(hand.state.outline.points_px.empty());
    CHECK_FALSE(hand.last<ChooseInside>());
}

TEST_CASE("measuring clicks points on the ground; the first one again closes the line",
          "[viewer][tools]") {
    Hand hand;
    apply(hand.state, SetTool{Tool::measure});
    for (const glm::vec2 at : {glm::vec2(200, 300), glm::vec2(500, 300), glm::vec2(500, 420)})
        hand.click(at);
    CHECK(hand.state.tape.points_local.size() == 3);
    CHECK_FALSE(hand.state.tape.closed);
    hand.click({205, 297});
    CHECK(hand.state.tape.closed);
    CHECK(hand.state.tape.points_local.size() == 3);
    CHECK(area_m2(hand.state.tape) > 0);
    hand.click({300, 300});  // the next one starts a new line
    CHECK(hand.state.tape.points_local.size() == 1);
    CHECK_FALSE(hand.state.tape.closed);
}

TEST_CASE("the left button does nothing of its own while navigating", "[viewer][tools]") {
    Hand hand;
    hand.drag({{100, 100}, {300, 300}});
    hand.click({20, 20});
    CHECK(hand.given.empty());
}

TEST_CASE("Escape leaves one thing at a time, the outermost first", "[viewer][tools]") {
    AppState state;
    CHECK_FALSE(step_back(state));
    apply(state, SetFullScreen{true});
    apply(state, ChooseRows{0, {{1}, {}}, Combine::replace});
    apply(state, SetTool{Tool::measure});
    apply(state, AddMeasurePoint{0, {1, 1}});
    apply(state, ShowHelp{true});
    std::vector<Command> steps;
    while (const auto step = step_back(state)) {
        steps.push_back(*step);
        apply(state, *step);
        REQUIRE(steps.size() < 10);
    }
    REQUIRE(steps.size() == 5);
    CHECK(std::get_if<ShowHelp>(&steps[0]));
    CHECK(std::get_if<ClearMeasure>(&steps[1]));
    CHECK(std::get_if<SetTool>(&steps[2]));
    CHECK(std::get_if<ClearChosen>(&steps[3]));
    CHECK(std::get_if<SetFullScreen>(&steps[4]));
}
