// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.json.JsonReader;
import org.frugalvision.engine.json.JsonWriter;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkFormatException;

/**
 * What a DL4J file cannot say, in an entry of its own, which DL4J passes over.
 *
 * @param input shape of the images
 * @param classes names of the classes
 */
record Companion(ImageShape input, List<String> classes) {

    /** Name of the entry. */
    static final String ENTRY = "frugalvision.json";

    static byte[] write(final Network network) {
        final Map<String, Object> object = new LinkedHashMap<>();
        object.put("channels", network.spec().input().channels());
        object.put("height", network.spec().input().height());
        object.put("width", network.spec().input().width());
        object.put("classes", network.classes());
        return JsonWriter.write(object).getBytes(StandardCharsets.UTF_8);
    }

    static Companion read(final byte[] content) throws NetworkFormatException {
        final var object = new JsonObject(JsonReader.read(new String(content, StandardCharsets.UTF_8)));
        try {
            return new Companion(
                new ImageShape(object.integer("channels"), object.integer("height"), object.integer("width")),
                object.list("classes", String.class));
        } catch (IllegalArgumentException e) {
            throw new NetworkFormatException("its entry \"%s\" is wrong: %s".formatted(ENTRY, e.getMessage()), e);
        }
    }
}
