// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.hdf5.Hdf5Dataset;
import org.frugalvision.engine.hdf5.Hdf5Group;
import org.frugalvision.engine.network.NetworkFormatException;

/**
 * The weights of the layers in a file of Keras: a group for each layer, which lists its arrays by name. The group of a
 * model that is a layer lists those of all its layers.
 */
final class KerasWeights {

    private final Hdf5Group m_group;

    private final Set<String> m_layers;

    KerasWeights(final Hdf5Group group) throws IOException {
        m_group = group;
        m_layers = new HashSet<>(group.texts("layer_names"));
    }

    /** An array of a layer, such as "kernel", of the sizes it must have. */
    float[] of(final String layer, final String name, final int... sizes) throws IOException {
        final Map<String, String> paths = new HashMap<>();
        final boolean nested = layer.contains("/") && !m_layers.contains(layer);
        final Hdf5Group group = m_group.group(nested ? layer.substring(0, layer.indexOf('/')) : layer);
        for (final String path : group.texts("weight_names")) {
            paths.put(key(path, nested), path);
        }
        final String path = paths.get(nested ? layer.substring(layer.lastIndexOf('/') + 1) + "/" + name : name);
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

    /** The last name of a path, or the last two. */
    private static String key(final String path, final boolean nested) {
        final String[] names = path.replaceFirst(":\\d+$", "").split("/");
        final String last = names[names.length - 1];
        return nested && names.length > 1 ? names[names.length - 2] + "/" + last : last;
    }
}
