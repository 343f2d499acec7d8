// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.duplicate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.Resize;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Exact and near duplicates. */
public final class DuplicatesTest {

    private static final DuplicateSettings NEAR = new DuplicateSettings(true, 4, 10);

    private static final DuplicateSettings EXACT = new DuplicateSettings(false, 4, 10);

    private static final byte[] NOTHING = new byte[72];

    /** A thumbnail that grows to the right in its first row and falls in all others. */
    @Test
    public void hashSaysWhichPixelsAreDarkerThanTheirRightNeighbour() {
        final var values = new byte[72];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(i < 9 ? 2 * i : 9 - i % 9);
        }

        assertEquals(0xffL, ImageSignature.of(new ImageShape(1, 8, 9), values).hash());
    }

    @Test
    public void oneGreyValueIsNoise() {
        final var values = new byte[72];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(i % 9);
        }

        assertEquals(0, ImageSignature.of(new ImageShape(1, 8, 9), values).hash());
    }

    @Test
    public void hashOfAnImageOfOneColourIsZero() {
        final var values = new byte[12 * 12];
        Arrays.fill(values, (byte)200);

        assertEquals(0, ImageSignature.of(new ImageShape(1, 12, 12), values).hash());
    }

    /** 0.299 x 100 + 0.587 x 200 + 0.114 x 50 = 153. */
    @Test
    public void thumbnailIsGrey() {
        final var values = new byte[3 * 72];
        for (int i = 0; i < 72; i++) {
            values[i] = 100;
            values[72 + i] = (byte)200;
            values[144 + i] = 50;
        }

        assertEquals(153, ImageSignature.of(new ImageShape(3, 8, 9), values).thumbnail()[5] & 0xff);
    }

    @Test
    public void aFourthChannelCountsForTheExactComparisonOnly() {
        final var values = new byte[4 * 72];
        final var opaque = ImageSignature.of(new ImageShape(4, 8, 9), values);
        values[3 * 72] = 7;
        final var other = ImageSignature.of(new ImageShape(4, 8, 9), values);

        assertNotEquals(opaque.pixels(), other.pixels());
        assertEquals(0, opaque.greyDifference(other), 0);
    }

    @Test
    public void scaledImageStaysNear() throws Exception {
        final var shape = new ImageShape(1, 64, 72);
        final var values = new byte[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(127 + 100 * Math.sin(i % 72 / 9.0) * Math.cos(i / 72 / 7.0));
        }
        final var small = ImageSignature.of(new ImageShape(1, 40, 45), Resize.rounded(shape, values, 40, 45));
        final var large = ImageSignature.of(shape, values);

        assertEquals(0, large.distance(small), 2);
        assertEquals(0, large.greyDifference(small), 1);
        assertEquals(List.of(), Duplicates.within(List.of(small, large), EXACT, RunControl.none()));
    }

    @Test
    public void equalPixelsMatchTheFirstOfThem() throws Exception {
        final var a = signature("a", 0);
        final var b = signature("b", -1);

        assertEquals(List.of(new Match(2, 0, true, 0, 0), new Match(3, 0, true, 0, 0)),
            Duplicates.within(List.of(a, b, a, a), EXACT, RunControl.none()));
    }

    @Test
    public void nearImagesMatchTheNearestOriginal() throws Exception {
        final var images = List.of(signature("a", 0b0), signature("b", 0b1111_1100), signature("c", 0b1111_1111),
            signature("d", 0b11));

        assertEquals(List.of(new Match(2, 1, false, 2, 0), new Match(3, 0, false, 2, 0)),
            Duplicates.within(images, NEAR, RunControl.none()));
    }

    @Test
    public void tiesGoToTheSmallerGreyDifferenceThenToTheLowestIndex() throws Exception {
        final var brighter = NOTHING.clone();
        brighter[0] = 72;
        final var original = List.of(new ImageSignature("a", 0b111, brighter), signature("b", 0b111_000),
            signature("c", 0b111_000_000));

        assertEquals(List.of(new Match(0, 1, false, 3, 0)),
            Duplicates.between(List.of(signature("x", 0)), original, NEAR, RunControl.none()));
    }

    /** A chain of small steps does not make its ends duplicates of each other. */
    @Test
    public void aDuplicateIsNoOriginal() throws Exception {
        final var images = List.of(signature("a", 0), signature("b", 0b1111), signature("c", 0b1111_1111));

        assertEquals(List.of(new Match(1, 0, false, 4, 0)), Duplicates.within(images, NEAR, RunControl.none()));
    }

    @Test
    public void equalHashesOfDifferentBrightnessAreNoDuplicates() throws Exception {
        final var white = new byte[72];
        Arrays.fill(white, (byte)255);

        assertEquals(List.of(), Duplicates.within(List.of(signature("a", 0), new ImageSignature("b", 0, white)), NEAR,
            RunControl.none()));
    }

    @Test
    public void anotherSetIsComparedOnlyWithTheReference() throws Exception {
        final var a = signature("a", 0);
        final var b = signature("b", -1);

        assertEquals(List.of(new Match(1, 0, true, 0, 0), new Match(2, 0, true, 0, 0)),
            Duplicates.between(List.of(a, b, b), List.of(b, b), NEAR, RunControl.none()));
        assertEquals(List.of(), Duplicates.between(List.of(a, a), List.of(), NEAR, RunControl.none()));
    }

    @Test
    public void refusesLimitsOutOfRange() {
        assertEquals("\"Maximum hash distance\" must be from 0 to 64 bits, but is 65.",
            assertThrows(SettingsException.class, () -> new DuplicateSettings(true, 65, 0)).getMessage());
        assertEquals("\"Maximum gray difference\" must be from 0 to 255, but is NaN.",
            assertThrows(SettingsException.class, () -> new DuplicateSettings(true, 4, Double.NaN)).getMessage());
    }

    @Test
    public void stopsWhenCanceled() {
        final RunControl canceled = new RunControl() {

            @Override
            public void progress(final double fraction, final String message) {
            }

            @Override
            public void checkCanceled() throws CanceledException {
                throw new CanceledException();
            }
        };

        assertThrows(CanceledException.class, () -> Duplicates.within(List.of(signature("a", 0)), NEAR, canceled));
    }

    private static ImageSignature signature(final String pixels, final long hash) {
        return new ImageSignature(pixels, hash, NOTHING);
    }
}
