// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.Test;

/** Fingerprints of values and of provenance. */
public final class FingerprintTest {

    /** SHA-256 of nothing, a published number. */
    @Test
    public void isSha256() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", new Fingerprint().hex());
    }

    @Test
    public void tellsApartWhereOneTextEnds() {
        assertNotEquals(new Fingerprint().add("ab").add("c").hex(), new Fingerprint().add("a").add("bc").hex());
    }

    @Test
    public void tellsApartKindsOfValues() {
        assertNotEquals(new Fingerprint().add(0f).hex(), new Fingerprint().add(0L).hex());
        assertNotEquals(new Fingerprint().add(0f).hex(), new Fingerprint().add(-0f).hex());
    }

    @Test
    public void readsEveryFloatOfALongArray() {
        final var values = new float[10_000];
        final var before = new Fingerprint().add(values).hex();
        values[9_999] = 1;

        assertNotEquals(before, new Fingerprint().add(values).hex());
    }

    @Test
    public void aStreamCountsAsItsBytes() throws IOException {
        final var bytes = new byte[200_000];
        bytes[150_000] = 1;

        assertEquals(new Fingerprint().add(bytes, 0, 190_000).hex(),
            new Fingerprint().add(new ByteArrayInputStream(bytes), 190_000).hex());
        final var written = new Fingerprint();
        try (OutputStream sink = written.sink(190_000)) {
            sink.write(bytes, 0, 190_000);
        }
        assertEquals(new Fingerprint().add(bytes, 0, 190_000).hex(), written.hex());
        assertThrows(EOFException.class,
            () -> new Fingerprint().add(new ByteArrayInputStream(bytes), bytes.length + 1));
    }

    @Test
    public void provenanceDoesNotDependOnTheOrderOfSettings() {
        final var forward = new LinkedHashMap<String, String>();
        forward.put("epochs", "10");
        forward.put("batch", "64");
        final var backward = new LinkedHashMap<String, String>();
        backward.put("batch", "64");
        backward.put("epochs", "10");

        assertEquals(new Provenance("adam", forward, 1, "d", "0.1").fingerprint(),
            new Provenance("adam", backward, 1, "d", "0.1").fingerprint());
    }

    @Test
    public void provenanceDependsOnEveryComponent() {
        final var base = new Provenance("adam", Map.of("epochs", "10"), 1, "d", "0.1").fingerprint();

        assertNotEquals(base, new Provenance("sgd", Map.of("epochs", "10"), 1, "d", "0.1").fingerprint());
        assertNotEquals(base, new Provenance("adam", Map.of("epochs", "11"), 1, "d", "0.1").fingerprint());
        assertNotEquals(base, new Provenance("adam", Map.of("epochs", "10"), 2, "d", "0.1").fingerprint());
        assertNotEquals(base, new Provenance("adam", Map.of("epochs", "10"), 1, "e", "0.1").fingerprint());
        assertNotEquals(base, new Provenance("adam", Map.of("epochs", "10"), 1, "d", "0.2").fingerprint());
    }
}
