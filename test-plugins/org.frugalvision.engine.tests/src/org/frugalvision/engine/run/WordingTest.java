// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.Locale;

import org.junit.Test;

/** Numbers and names in messages. */
public final class WordingTest {

    @Test
    public void writesWholeNumbersWithCommasWhateverTheLanguage() {
        final var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("1,234,567", Wording.value(1_234_567));
            assertEquals("5,000", Wording.value(5000L));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    public void writesOtherNumbersInFull() {
        assertEquals("0.0001", Wording.value(1e-4));
        assertEquals("-2.5", Wording.value(-2.5));
        assertEquals("NaN", Wording.value(Double.NaN));
    }

    @Test
    public void quotesText() {
        assertEquals("\"lenet6\"", Wording.value("lenet6"));
    }

    @Test
    public void makesPathsAbsolute() {
        final Path path = Path.of("a", "..", "b");
        final Path absolute = Path.of("b").toAbsolutePath();

        assertEquals("File \"" + absolute + '"', Wording.file(path));
        assertEquals("Folder \"" + absolute + '"', Wording.folder(path));
    }

    @Test
    public void callsNullMissing() {
        assertEquals("missing", Wording.value(null));
    }

    @Test
    public void countsOneAndMany() {
        assertEquals("1 image", Wording.count(1, "image", "images"));
        assertEquals("0 images", Wording.count(0, "image", "images"));
        assertEquals("1,200 images", Wording.count(1200, "image", "images"));
    }

    @Test
    public void namesThreeOfMany() {
        assertEquals("\"a\"", Wording.some(List.of("a")));
        assertEquals("\"a\", \"b\", \"c\"", Wording.some(List.of("a", "b", "c")));
        assertEquals("\"a\", \"b\", \"c\" and 1,000 more",
            Wording.some(Stream.concat(Stream.of("a", "b", "c"), Stream.generate(() -> "d").limit(1000)).toList()));
    }

    @Test
    public void cutsLongNamesBetweenLetters() {
        final String faces = "\uD83D\uDE00".repeat(40);

        assertEquals('"' + faces + '"', Wording.some(List.of(faces)));
        assertEquals('"' + "\uD83D\uDE00".repeat(39) + "\u2026\"", Wording.some(List.of(faces + "x")));
    }
}
