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
        } else if (node.layer() instanceof Pooling layer) {
            object.put("type", "pooling");
            object.put("kind", layer.kind().id());
            window(object, layer.kernel(), layer.stride(), layer.padding());
        } else if (node.layer() instanceof Dense layer) {
            object.put("type", "dense");
            object.put("units", layer.units());
            object.put("activation", layer.activation().id());
        }
        return object;
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
            case "dense" -> new Dense(node.integer("units"), activation(node));
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
