#pragma once

#include "geo/io/feature_batch.h"

class OGRGeometry;

namespace geo_io {

/// The parts of a geometry (nothing is one as well) behind those of a batch, for its last feature:
/// polygons, lines, and bodies given by their surfaces. Curves are made straight; what is neither
/// is noted as of the wrong type.
void add_geometry(FeatureBatch& batch, const OGRGeometry* geometry);

}  // namespace geo_io
