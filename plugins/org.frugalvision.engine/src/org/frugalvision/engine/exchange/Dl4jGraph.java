// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.network.NetworkFormatException;

/**
 * The layers in DL4J's configuration of a network, each behind its inputs, which is the order of the weights, too. A
 * layer's preprocessor becomes a layer of its own.
 *
 * @param input name of the image
 * @param output name of the last layer
 * @param layers the layers
 */
record Dl4jGraph(String input, String output, List<ForeignLayer> layers) {

    private static final String INPUT = "input of the network";

    private static final String CLASSES = "org.deeplearning4j.nn.conf.";

    static Dl4jGraph of(final JsonObject configuration) throws NetworkFormatException {
        if (configuration.has("confs")) {
            return sequence(configuration);
        }
        if (configuration.has("vertices")) {
            return graph(configuration);
        }
        throw new NetworkFormatException("its \"configuration.json\" describes no network of DL4J");
    }

    private static Dl4jGraph sequence(final JsonObject configuration) {
        final List<ForeignLayer> layers = new ArrayList<>();
        final JsonObject processors = configuration.has("inputPreProcessors")
            ? configuration.object("inputPreProcessors") : new JsonObject(Map.of());
        String last = INPUT;
        for (final JsonObject conf : configuration.objects("confs")) {
            final JsonObject layer = conf.object("layer");
            final String index = Integer.toString(
                (int)layers.stream().filter(before -> !before.type().endsWith("PreProcessor")).count());
            final String name = layer.has("layerName") ? layer.text("layerName") : "layer" + index;
            last = add(layers, name, layer, processors.has(index) ? Optional.of(processors.object(index))
                : Optional.empty(), List.of(last), layers.size());
        }
        return new Dl4jGraph(INPUT, last, layers);
    }

    private static Dl4jGraph graph(final JsonObject configuration) throws NetworkFormatException {
        final List<String> inputs = configuration.list("networkInputs", String.class);
        final List<String> outputs = configuration.list("networkOutputs", String.class);
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw new NetworkFormatException("it has %d inputs and %d outputs, but must have one of each"
                .formatted(inputs.size(), outputs.size()));
        }
        final List<ForeignLayer> layers = new ArrayList<>();
        final JsonObject vertices = configuration.object("vertices");
        final List<String> written = vertices.keys();
        for (final String name : configuration.list("topologicalOrderStr", String.class)) {
            if (name.equals(inputs.get(0))) {
                continue;
            }
            final JsonObject vertex = vertices.object(name);
            final List<String> from = configuration.object("vertexInputs").list(name, String.class);
            final boolean layer = vertex.has("layerConf");
            add(layers, name, layer ? vertex.object("layerConf").object("layer") : vertex,
                vertex.has("preProcessor") && layer ? Optional.of(vertex.object("preProcessor")) : Optional.empty(),
                from, written.indexOf(name));
        }
        return new Dl4jGraph(inputs.get(0), outputs.get(0), layers);
    }

    private static String add(final List<ForeignLayer> layers, final String name, final JsonObject layer,
        final Optional<JsonObject> processor, final List<String> inputs, final int place) {
        List<String> from = inputs;
        if (processor.isPresent()) {
            final String before = "input of " + name;
            layers.add(new ForeignLayer(before, type(processor.get()), processor.get(), inputs, place));
            from = List.of(before);
        }
        JsonObject bare = layer;
        while (type(bare).startsWith("FrozenLayer") && bare.has("layer")) { // frozen in training only
            bare = bare.object("layer");
        }
        layers.add(new ForeignLayer(name, type(bare), bare, from, place));
        return name;
    }

    /** DL4J's own classes by their simple names, others in full. */
    private static String type(final JsonObject object) {
        final String name = object.text("@class");
        return name.startsWith(CLASSES) ? name.substring(name.lastIndexOf('.') + 1) : name;
    }
}
