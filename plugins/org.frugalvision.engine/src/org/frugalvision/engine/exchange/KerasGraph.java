// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.network.NetworkFormatException;

/**
 * The layers in Keras's description of a model, each behind its inputs. A model that is a layer of another one is
 * replaced by its layers, whose names then begin with its own and a slash.
 */
final class KerasGraph {

    /** Name of the image. */
    static final String INPUT = "input of the network";

    private static final int MOST_LAYERS = 5000;

    private static final int DEEPEST = 10;

    private final List<ForeignLayer> m_layers = new ArrayList<>();

    private final String m_output;

    private List<Object> m_shape = List.of();

    KerasGraph(final JsonObject model) throws NetworkFormatException {
        if (!isModel(model)) {
            throw new NetworkFormatException("it is a Keras model of the class \"%s\", but must be Sequential or "
                .formatted(model.text("class_name")) + "Functional");
        }
        m_output = model(model, "", INPUT, 0);
    }

    List<ForeignLayer> layers() {
        return m_layers;
    }

    /** Name of the last layer. */
    String output() {
        return m_output;
    }

    /** Sizes of an image, rows first; null where the model takes any. */
    List<Object> shape() {
        return m_shape;
    }

    /** Adds the layers of a model and returns the name of the last one. */
    private String model(final JsonObject model, final String prefix, final String input, final int depth)
        throws NetworkFormatException {
        if (depth > DEEPEST) {
            throw new NetworkFormatException("its models are nested more than %d deep".formatted(DEEPEST));
        }
        return model.text("class_name").equals("Sequential") ? sequence(model, prefix, input, depth)
            : graph(model.object("config"), prefix, input, depth);
    }

    private String sequence(final JsonObject model, final String prefix, final String input, final int depth)
        throws NetworkFormatException {
        final List<JsonObject> items = model.value("config") instanceof List
            ? model.objects("config") : model.object("config").objects("layers"); // the first versions of Keras
        String last = input;
        for (final JsonObject item : items) {
            takeShape(item);
            if (!item.text("class_name").equals("InputLayer")) {
                last = add(item, prefix, List.of(last), depth);
            }
        }
        return last;
    }

    private String graph(final JsonObject config, final String prefix, final String input, final int depth)
        throws NetworkFormatException {
        final List<String> inputs = references(config.value("input_layers"));
        final List<String> outputs = references(config.value("output_layers"));
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw new NetworkFormatException("it has %d inputs and %d outputs, but must have one of each"
                .formatted(inputs.size(), outputs.size()));
        }
        final Map<String, String> known = new HashMap<>(Map.of(inputs.get(0), input));
        Map<String, JsonObject> left = new LinkedHashMap<>();
        for (final JsonObject item : config.objects("layers")) {
            final String name = name(item);
            if (name.equals(inputs.get(0))) {
                takeShape(item);
            } else if (item.value("inbound_nodes") instanceof List<?> nodes && nodes.size() > 1) {
                throw new NetworkFormatException("its layer \"%s\" is used more than once".formatted(name));
            } else if (left.put(name, item) != null) {
                throw new NetworkFormatException("it has the layer \"%s\" twice".formatted(name));
            }
        }
        while (!left.isEmpty()) {
            final Map<String, JsonObject> later = new LinkedHashMap<>();
            for (final var item : left.entrySet()) {
                final List<String> from = references(item.getValue().value("inbound_nodes"));
                if (known.keySet().containsAll(from)) {
                    known.put(item.getKey(),
                        add(item.getValue(), prefix, from.stream().map(known::get).toList(), depth));
                } else {
                    later.put(item.getKey(), item.getValue());
                }
            }
            if (later.size() == left.size()) {
                throw new NetworkFormatException("its layer \"%s\" takes one that does not come before it"
                    .formatted(later.keySet().iterator().next()));
            }
            left = later;
        }
        return known.getOrDefault(outputs.get(0), "");
    }

    private String add(final JsonObject item, final String prefix, final List<String> inputs, final int depth)
        throws NetworkFormatException {
        final String name = prefix + name(item);
        if (isModel(item) && inputs.size() == 1) {
            return model(item, name + "/", inputs.get(0), depth + 1);
        }
        if (m_layers.size() == MOST_LAYERS) {
            throw new NetworkFormatException("it has more than %,d layers".formatted(MOST_LAYERS));
        }
        m_layers.add(new ForeignLayer(name, item.text("class_name"), item.object("config"), inputs, m_layers.size()));
        return name;
    }

    private void takeShape(final JsonObject item) throws NetworkFormatException {
        if (!m_shape.isEmpty()) {
            return;
        }
        m_shape = shape(item.object("config"));
        if (m_shape.isEmpty() && isModel(item)) { // a model at the start of a sequence
            for (final JsonObject inner : item.object("config").objects("layers")) {
                takeShape(inner);
            }
        }
    }

    private static boolean isModel(final JsonObject item) {
        return List.of("Sequential", "Functional", "Model").contains(item.text("class_name"));
    }

    private static String name(final JsonObject item) {
        return item.has("name") ? item.text("name") : item.object("config").text("name");
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
