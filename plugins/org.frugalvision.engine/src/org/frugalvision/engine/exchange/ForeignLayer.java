// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.List;

import org.frugalvision.engine.json.JsonObject;

/**
 * A layer as another program describes it.
 *
 * @param name unique in its network
 * @param type the other program's name of the kind of layer
 * @param settings its settings
 * @param inputs names of the layers it takes
 * @param place its place in the file, which may be another than that in an order of computing
 */
record ForeignLayer(String name, String type, JsonObject settings, List<String> inputs, int place) {

    ForeignLayer {
        inputs = List.copyOf(inputs);
    }

    String title() {
        return "%s \"%s\"".formatted(type, name);
    }
}
