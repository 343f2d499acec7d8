// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.save;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;

import org.junit.Test;

/** Names for every system. */
public final class SafeNamesTest {

    @Test
    public void safeNamesStay() {
        for (final var name : new String[]{"cat", "T-shirt & top", "Ünïcödé 猫", "a.b.c", "img "
            + "(2)", "console", "com10"}) {
            assertEquals(name, SafeNames.safe(name));
        }
    }

    @Test
    public void forbiddenCharactersAreReplaced() {
        assertEquals("T-shirt_top", SafeNames.safe("T-shirt/top"));
        assertEquals("_________", SafeNames.safe("<>:\"/\\|?*"));
        assertEquals("a_b_c", SafeNames.safe("a\u0000b\nc"));
    }

    @Test
    public void namesCannotLeadOutOfTheFolderNorHide() {
        assertEquals("_", SafeNames.safe(".."));
        assertEquals("_", SafeNames.safe("."));
        assertEquals("_._etc", SafeNames.safe("../etc"));
        assertEquals("_hidden", SafeNames.safe(".hidden"));
    }

    @Test
    public void windowsDevicesGetAnotherName() {
        for (final var device : new String[]{"CON", "prn", "Aux", "nul", "COM1", "lpt9", "con.txt", "NUL .png"}) {
            assertEquals("_" + device, SafeNames.safe(device));
        }
    }

    @Test
    public void blanksAndDotsAtTheEndGo() {
        assertEquals("cat", SafeNames.safe("  cat . ."));
        assertEquals("_", SafeNames.safe("   "));
        assertEquals("_", SafeNames.safe(""));
    }

    @Test
    public void longNamesAreCutBetweenCharacters() {
        assertEquals("a".repeat(120), SafeNames.safe("a".repeat(500)));
        assertEquals("猫".repeat(40), SafeNames.safe("猫".repeat(300)));
        assertEquals("a" + "\uD83D\uDC08".repeat(29), SafeNames.safe("a" + "\uD83D\uDC08".repeat(100)));
    }

    @Test
    public void namesDifferEvenWhereCapitalsDoNotCount() {
        final var names = new SafeNames();

        assertEquals("cat.png", names.unique("cat", ".png"));
        assertEquals("Cat (2).png", names.unique("Cat", ".png"));
        assertEquals("cat (3).png", names.unique("cat", ".png"));
        assertEquals("dog.png", names.unique("dog", ".png"));
    }

    @Test
    public void aNumberThatIsTakenIsLeftOut() {
        final var names = new SafeNames();
        names.unique("cat (2)", "");
        names.unique("cat", "");

        assertEquals("cat (3)", names.unique("cat", ""));
    }

    @Test
    public void composedAndDecomposedLettersAreOneName() {
        final var names = new SafeNames();

        assertEquals("\u00e9", names.unique("\u00e9", ""));
        assertEquals("\u00e9 (2)", names.unique("e\u0301", ""));
    }

    @Test
    public void anyTextGivesAnotherValidName() {
        final var random = new Random(1);
        final var names = new SafeNames();
        final var seen = new HashSet<String>();
        for (int i = 0; i < 5000; i++) {
            final var text = new StringBuilder();
            random.ints(random.nextInt(8), 0, 300).forEach(text::appendCodePoint);

            final String name = names.unique(text.toString(), ".png");

            assertTrue(name, seen.add(name.toLowerCase(Locale.ROOT)));
            assertTrue(name, name.getBytes(StandardCharsets.UTF_8).length <= 140);
            assertTrue(name, !name.startsWith(".") && !name.matches(".*[\\x00-\\x1f<>:\"/\\\\|?*].*"));
        }
    }
}
