// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.IOException;

/** Where the weights of a node come from, read once the whole graph is known to be possible. */
@FunctionalInterface
interface WeightSource {

    /** Of nodes without weights. */
    WeightSource NONE = () -> new float[0];

    /** @return all tensors of the node in our order and layout, one after the other */
    float[] values() throws IOException;
}
