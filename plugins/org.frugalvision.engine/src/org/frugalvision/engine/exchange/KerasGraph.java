// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.network.JsonObject;
import org.frugalvision.engine.network.NetworkFormatException;

/**
 * The layers in Keras's description of a model, each behind its inputs.
 *
 * @param input name of the image
 * @param output name of the last layer
 * @param shape sizes of an image, rows first; null where the model takes any
 * @param layers the layers, without the one of the input
 */
record KerasGraph(String input, String output, List<Object> shape, List<ForeignLayer> layers) {

    private static final String INPUT = "input of the network";

    private static final int MOST_LAYERS = 5000;

    static KerasGraph of(final JsonObject model) throws NetworkFormatException {
        final String type = model.text("class_name");
        return switch (type) {
            case "Sequential" -> sequence(model);
            case "Functional", "Model" -> graph(model.object("config"));
            default -> throw new NetworkFormatException(
                "it is a Keras model of the class \"%s\", but must be Sequential or Functional".formatted(type));
        };
    }

    private static KerasGraph sequence(final JsonObject model) throws NetworkFormatException {
        final List<JsonObject> described = model.value("config") instanceof List
            ? model.objects("config") : model.object("config").objects("layers"); // the first versions of Keras
        final List<ForeignLayer> layers = new ArrayList<>();
        List<Object> shape = List.of();
        String last = INPUT;
        for (final JsonObject item : described) {
            final JsonObject settings = item.object("config");
            if (shape.isEmpty()) {
                shape = shape(settings);
            }
            if (!item.text("class_name").equals("InputLayer")) {
                final String name = settings.text("name");
                layers.add(new ForeignLayer(name, item.text("class_name"), settings, List.of(last), layers.size()));
                last = name;
            }
        }
        return new KerasGraph(INPUT, last, shape, layers);
    }

    private static KerasGraph graph(final JsonObject config) throws NetworkFormatException {
        final List<String> inputs = references(config.value("input_layers"));
        final List<String> outputs = references(config.value("output_layers"));
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw new NetworkFormatException("it has %d inputs and %d outputs, but must have one of each"
                .formatted(inputs.size(), outputs.size()));
        }
        List<Object> shape = List.of();
        final Map<String, ForeignLayer> layers = new HashMap<>();
        final List<ForeignLayer> written = new ArrayList<>();
        for (final JsonObject item : config.objects("layers")) {
            final JsonObject settings = item.object("config");
            final String name = item.has("name") ? item.text("name") : settings.text("name");
            if (name.equals(inputs.get(0))) {
                shape = shape(settings);
                continue;
            }
            if (item.value("inbound_nodes") instanceof List<?> nodes && nodes.size() > 1) {
                throw new NetworkFormatException("its layer \"%s\" is used more than once".formatted(name));
            }
            final var layer = new ForeignLayer(name, item.text("class_name"), settings,
                references(item.value("inbound_nodes")), written.size());
            written.add(layer);
            if (layers.put(name, layer) != null || written.size() > MOST_LAYERS) {
                throw new NetworkFormatException("it has the layer \"%s\" twice, or too many layers".formatted(name));
            }
        }
        return new KerasGraph(inputs.get(0), outputs.get(0), shape, ordered(inputs.get(0), written));
    }

    /** The layers in an order in which each stands behind its inputs. */
    private static List<ForeignLayer> ordered(final String input, final List<ForeignLayer> written)
        throws NetworkFormatException {
        final Set<String> known = new HashSet<>(Set.of(input));
        final List<ForeignLayer> ordered = new ArrayList<>();
        List<ForeignLayer> left = written;
        while (!left.isEmpty()) {
            final List<ForeignLayer> later = new ArrayList<>();
            for (final ForeignLayer layer : left) {
                if (known.containsAll(layer.inputs())) {
                    ordered.add(layer);
                    known.add(layer.name());
                } else {
                    later.add(layer);
                }
            }
            if (later.size() == left.size()) {
                throw new NetworkFormatException(
                    "its layer \"%s\" takes one that does not come before it".formatted(later.get(0).name()));
            }
            left = later;
        }
        return ordered;
    }

    private static List<Object> shape(final JsonObject settings) {
        for (final String key : List.of("batch_shape", "batch_input_shape")) {
            if (settings.value(key) instanceof List<?> sizes && sizes.size() > 1) {
                return new ArrayList<>(sizes.subList(1, sizes.size()));
            }
        }
        return List.of();
    }

    /** The layers named in any of the forms in which versions of Keras refer to outputs of layers. */
    private static List<String> references(final Object value) {
        final List<String> names = new ArrayList<>();
        if (value instanceof List<?> list) {
            if (list.size() > 1 && list.get(0) instanceof String name && list.get(1) instanceof Long) {
                names.add(name);
            } else {
                list.forEach(item -> names.addAll(references(item)));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                if (!key.equals("kwargs")) {
                    names.addAll(references(item));
                }
            });
        }
        return names;
    }
}
