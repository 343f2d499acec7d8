// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.Test;

/** JSON as data. */
public final class JsonTest {

    @Test
    public void writesReadably() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", "a\"b");
        map.put("numbers", List.of(1, -2.5, 1e-9));
        map.put("none", List.of());
        map.put("inner", Map.of("yes", true));

        assertEquals("""
            {
              "text": "a\\"b",
              "numbers": [1, -2.5, 1.0E-9],
              "none": [],
              "inner": {
                "yes": true
              }
            }
            """, JsonWriter.write(map));
    }

    @Test
    public void readsWhatItWrote() {
        final Map<String, Object> map = Map.of("a", List.of(Map.of("b", Long.MIN_VALUE), Map.of()), "c",
            "\u0001 \ud83d\ude3a \\", "d", false, "e", -1.25e300);

        assertEquals(map, JsonReader.read(JsonWriter.write(map)));
    }

    @Test
    public void refusesWhatIsNotJson() {
        for (final String text : List.of("", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "\"a", "nul", "01x", "1 2", "--1",
            "\"\\x\"", "\"\\u12\"", "\"\\uzzzz\"", "99999999999999999999")) {
            assertThrows(text, JsonException.class, () -> JsonReader.read(text));
        }
    }

    @Test
    public void refusesDeepNestingInsteadOfExhaustingTheStack() {
        final String text = "[".repeat(100_000);

        assertEquals("its description is nested more than 20 deep",
            assertThrows(JsonException.class, () -> JsonReader.read(text)).getMessage());
    }

    @Test
    public void refusesAKeyTwice() {
        assertThrows(JsonException.class, () -> JsonReader.read("{\"a\": 1, \"a\": 2}"));
        assertThrows(JsonException.class, () -> JsonReader.read("{\"a\": null, \"a\": 2}"));
    }

    @Test
    public void readsTheEscapesOfOtherPrograms() {
        assertEquals("\n\t\r\b\f/\"\\", JsonReader.read("\"\\n\\t\\r\\b\\f\\/\\\"\\\\\""));
    }

    @Test
    public void nullIsNoValue() {
        final JsonObject object = new JsonObject(JsonReader.read("{\"a\": null}"));

        assertFalse(object.has("a"));
        assertThrows(JsonException.class, () -> object.text("a"));
    }

    @Test
    public void refusesToWriteNumbersThatAreNotFinite() {
        assertThrows(IllegalArgumentException.class, () -> JsonWriter.write(List.of(Double.NaN)));
    }
}
