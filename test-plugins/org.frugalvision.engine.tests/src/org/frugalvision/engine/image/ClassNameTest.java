// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.Test;

/** When names are those of one class. */
public final class ClassNameTest {

    @Test
    public void composesCharacters() {
        assertEquals("caf\u00e9", ClassName.of("cafe\u0301"));
        assertEquals("\uac00", ClassName.of("\u1100\u1161"));
    }

    @Test
    public void dropsWhatNobodySeesAroundThem() {
        assertEquals("cat", ClassName.of("\uFEFF\t cat\u00A0\u200B\r\n"));
        assertEquals("", ClassName.of(" \u3000"));
    }

    @Test
    public void takesEveryKindOfBlankForTheOrdinaryOne() {
        assertEquals("great tit", ClassName.of("great\u00A0tit"));
    }

    @Test
    public void keepsCapitalsAndWhatLooksDifferent() {
        assertEquals("Cat", ClassName.of("Cat"));
        assertEquals("1\u00b2", ClassName.of("1\u00b2"));
    }

    @Test
    public void givesEveryClassOnce() {
        assertEquals(List.of("b", "a"), ClassName.distinct(List.of("b", "a ", " b", "a")));
    }

    @Test
    public void tellsNamesThatDifferInCapitalsOnly() {
        assertEquals(Optional.of("Classes \"Cat\" and \"cat\" differ in capitals only, but count as two."),
            ClassName.alike(List.of("dog", "Cat", "cat", "CAT")));
        assertEquals(Optional.empty(), ClassName.alike(List.of("dog", "cat")));
    }
}
