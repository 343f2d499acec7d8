// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;

/** A {@link NetworkSpec} as JSON. Keys and type names are stored in files and never change. */
final class SpecFormat {

    private SpecFormat() {
    }

    static Map<String, Object> write(final NetworkSpec spec) {
        final Map<String, Object> object = new LinkedHashMap<>();
        object.put("channels", spec.input().channels());
        object.put("height", spec.input().height());
        object.put("width", spec.input().width());
        object.put("nodes", spec.nodes().stream().map(SpecFormat::write).toList());
        return object;
    }

    static NetworkSpec read(final JsonObject object) throws NetworkFormatException {
        try {
            final ImageShape input =
                new ImageShape(object.integer("channels"), object.integer("height"), object.integer("width"));
            final List<Node> nodes = new ArrayList<>();
            for (final JsonObject node : object.objects("nodes")) {
                nodes.add(new Node(node.text("name"), layer(node), node.list("inputs", String.class)));
            }
            return new NetworkSpec(input, nodes);
        } catch (IllegalArgumentException e) {
            throw new NetworkFormatException(e.getMessage().replaceFirst("\\.$", ""), e);
        }
    }

    private static Map<String, Object> write(final Node node) {
        final Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", node.name());
        object.put("inputs", node.inputs());
        if (node.layer() instanceof Convolution layer) {
            object.put("type", "convolution");
            object.put("filters", layer.filters());
            window(object, layer.kernel(), layer.stride(), layer.padding());
            object.put("bias", layer.bias());
            object.put("activation", layer.activation().id());
        } else if (node.layer() instanceof DepthwiseConvolution layer) {
            object.put("type", "depthwise-convolution");
            window(object, layer.kernel(), layer.stride(), layer.padding());
            object.put("bias", layer.bias());
            object.put("activation", layer.activation().id());
        } else if (node.layer() instanceof Dense layer) {
            object.put("type", "dense");
            object.put("units", layer.units());
            object.put("activation", layer.activation().id());
        } else if (node.layer() instanceof BatchNormalization layer) {
            object.put("type", "batch-normalization");
            object.put("epsilon", layer.epsilon());
            object.put("activation", layer.activation().id());
        } else if (node.layer() instanceof Addition layer) {
            object.put("type", "addition");
            object.put("activation", layer.activation().id());
        } else {
            withoutWeights(node.layer(), object);
        }
        return object;
    }

    private static void withoutWeights(final Layer layer, final Map<String, Object> object) {
        if (layer instanceof Pooling pooling) {
            object.put("type", "pooling");
            object.put("kind", pooling.kind().id());
            window(object, pooling.kernel(), pooling.stride(), pooling.padding());
        } else if (layer instanceof GlobalAveragePooling) {
            object.put("type", "global-average-pooling");
        } else if (layer instanceof SpatialPyramidPooling pyramid) {
            object.put("type", "spatial-pyramid-pooling");
            object.put("levels", pyramid.levels());
        } else if (layer instanceof Padding padding) {
            object.put("type", "padding");
            object.put("top", padding.top());
            object.put("left", padding.left());
            object.put("bottom", padding.bottom());
            object.put("right", padding.right());
        } else if (layer instanceof Dropout dropout) {
            object.put("type", "dropout");
            object.put("rate", dropout.rate());
        }
    }

    private static void window(final Map<String, Object> object, final int kernel, final int stride,
        final int padding) {
        object.put("kernel", kernel);
        object.put("stride", stride);
        object.put("padding", padding);
    }

    private static Layer layer(final JsonObject node) throws NetworkFormatException {
        final String type = node.text("type");
        return switch (type) {
            case "convolution" -> new Convolution(node.integer("filters"), node.integer("kernel"),
                node.integer("stride"), node.integer("padding"), node.flag("bias"), activation(node));
            case "pooling" -> new Pooling(kind(node), node.integer("kernel"), node.integer("stride"),
                node.integer("padding"));
            case "depthwise-convolution" -> new DepthwiseConvolution(node.integer("kernel"), node.integer("stride"),
                node.integer("padding"), node.flag("bias"), activation(node));
            case "dense" -> new Dense(node.integer("units"), activation(node));
            case "batch-normalization" -> new BatchNormalization(node.number("epsilon"), activation(node));
            case "addition" -> new Addition(activation(node));
            case "global-average-pooling" -> new GlobalAveragePooling();
            case "spatial-pyramid-pooling" -> new SpatialPyramidPooling(node.integers("levels"));
            case "padding" -> new Padding(node.integer("top"), node.integer("left"), node.integer("bottom"),
                node.integer("right"));
            case "dropout" -> new Dropout(node.number("rate"));
            default -> throw new NetworkFormatException(
                "it has a layer of the type \"" + type + "\", which this version does not know");
        };
    }

    private static Activation activation(final JsonObject node) throws NetworkFormatException {
        return constant(Activation.class, node.text("activation"));
    }

    private static Pooling.Kind kind(final JsonObject node) throws NetworkFormatException {
        return constant(Pooling.Kind.class, node.text("kind"));
    }

    private static <E extends Enum<E>> E constant(final Class<E> type, final String id)
        throws NetworkFormatException {
        for (final E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(id)) {
                return constant;
            }
        }
        throw new NetworkFormatException("it uses \"" + id + "\", which this version does not know");
    }
}
