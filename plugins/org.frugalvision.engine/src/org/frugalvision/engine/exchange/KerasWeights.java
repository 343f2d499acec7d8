// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.hdf5.Hdf5Dataset;
import org.frugalvision.engine.hdf5.Hdf5Group;
import org.frugalvision.engine.network.NetworkFormatException;

/** The weights of the layers in a file of Keras: a group for each layer, which lists its arrays by name. */
final class KerasWeights {

    private final Hdf5Group m_group;

    KerasWeights(final Hdf5Group group) {
        m_group = group;
    }

    /** An array of a layer, such as "kernel", of the sizes it must have. */
    float[] of(final String layer, final String name, final int... sizes) throws IOException {
        final Map<String, String> paths = new HashMap<>();
        final Hdf5Group group = m_group.group(layer);
        for (final String path : group.texts("weight_names")) {
            paths.put(path.substring(path.lastIndexOf('/') + 1).replaceFirst(":\\d+$", ""), path);
        }
        final String path = paths.get(name);
        if (path == null) {
            throw new NetworkFormatException("it lacks \"%s\" of layer \"%s\"".formatted(name, layer));
        }
        final Hdf5Dataset values = group.dataset(path);
        final List<Integer> expected = Arrays.stream(sizes).boxed().toList();
        if (!values.sizes().equals(expected)) {
            throw new NetworkFormatException("\"%s\" of layer \"%s\" has the sizes %s, but must have %s"
                .formatted(name, layer, values.sizes(), expected));
        }
        return values.values();
    }
}
