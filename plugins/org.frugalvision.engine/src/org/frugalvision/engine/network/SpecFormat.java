// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.json.JsonObject;

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
                nodes.add(new Node(node.text("name"), LayerForms.read(node), node.list("inputs", String.class)));
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
        object.putAll(LayerForms.write(node.layer()));
        return object;
    }
}
