#pragma once

#include <memory>
#include <span>
#include <string>

#include "geo/city/result.h"
#include "geo/mesh/city_mesh.h"
#include "geo/mesh/near_mesh.h"
#include "render/color_scale.h"
#include "render/gl/error_log.h"
#include "render/gl_info.h"
#include "render/views.h"
#include "render/write_places.h"

namespace render {

/// Draws cities into the framebuffer that is bound. Needs a current GL 4.1 core context for its
/// whole life and is used from that context's thread only.
class Renderer {
  public:
    static city::Result<std::unique_ptr<Renderer>> create();
    ~Renderer();

    /// Uploads the geometry; values are plain until they are set.
    city::Result<CityHandle> add_city(const mesh::CityMesh& mesh);
    /// The part seen from near, when it is made; until then the city is drawn as from afar, and an
    /// error leaves it so. Writes `most_bytes` and goes on with the next call, so that no frame
    /// waits for hundreds of megabytes; true when all is there.
    city::Result<bool> add_near(CityHandle city, const mesh::NearMesh& mesh,
                                std::size_t most_bytes = ~std::size_t{0});
    void remove_city(CityHandle city);
    /// One place on the colour scale per row (see color_scale.h). Geometry is not touched.
    void set_building_places(CityHandle city, const WritePlaces& write);
    void set_road_places(CityHandle city, const WritePlaces& write);
    void set_building_places(CityHandle city, std::span<const float> places);  ///< all of them
    /// Which rows are chosen together, one byte per row: 0 not, 255 wholly. Independent of the
    /// places, which stay.
    void set_building_marks(CityHandle city, std::span<const std::uint8_t> marks);
    void set_road_marks(CityHandle city, std::span<const std::uint8_t> marks);
    /// A density on the ground, one place per cell of the raster.
    void set_field(CityHandle city, const Raster& raster, std::span<const float> places);
    void set_columns(CityHandle city, float cell_m, std::span<const GroundColumn> columns);
    /// How wide each road flows, as a share of the widest: 0 draws nothing, less than 0 is unknown.
    /// Geometry is not touched.
    void set_flow_widths(CityHandle city, std::span<const float> shares);
    void set_palette(Palette palette);

    /// Into framebuffer `target` (0: the window).
    FrameStatistics draw(const FrameView& frame, std::uint32_t target = 0);
    /// What is drawn at a pixel (origin top left of the city's view).
    Picked pick(const CityView& view, glm::vec2 at_px);

    const GlInfo& info() const;
    const std::string& gl_renderer() const;
    bool is_software() const;
    /// FrameView::detail for a window that answers fluently here: a software renderer merges a
    /// little earlier.
    float usual_detail() const;
    std::size_t gpu_bytes() const;
    /// GL errors of the last frame in words; empty when there were none.
    const std::string& problem() const;
    /// What had to be done without because of this graphics card: "shadow_map", "small_shadow_map".
    const std::vector<std::string>& notes() const;
    /// Every kind of GL error there has been, and how often.
    const std::vector<gl::ErrorLog::Kind>& errors() const;

  private:
    struct Parts;
    explicit Renderer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace render
