// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.junit.Test;

/** PNG images from and to values. */
public final class PngImagesTest {

    private static final String WHERE = Wording.row("r17");

    private static final int END = 12;

    private static final byte[] GOOD = PngImages.encode(new ImageShape(3, 9, 7), noise(3 * 9 * 7, 1));

    @Test
    public void returnsEveryValueOfEveryShape() {
        for (final int channels : new int[]{1, 3, 4}) {
            for (final int[] size : new int[][]{{1, 1}, {1, 9}, {28, 28}, {13, 17}, {64, 3}}) {
                final var shape = new ImageShape(channels, size[0], size[1]);
                final var values = noise(shape.size(), channels);

                final var decoded = PngImages.decode(PngImages.encode(shape, values), WHERE);

                assertEquals(shape, decoded.shape());
                assertArrayEquals(shape.toString(), values, decoded.values());
            }
        }
    }

    @Test
    public void keepsColoursUnderFullTransparency() {
        final var shape = new ImageShape(4, 1, 1);
        final byte[] values = {10, 20, 30, 0};

        assertArrayEquals(values, PngImages.decode(PngImages.encode(shape, values), WHERE).values());
    }

    @Test
    public void writesTheSameBytesAgain() {
        assertArrayEquals(GOOD, PngImages.encode(new ImageShape(3, 9, 7), noise(3 * 9 * 7, 1)));
    }

    @Test
    public void refusesToWriteTwoChannels() {
        assertEquals("A PNG image has 1, 3 or 4 channels, not 2.", assertThrows(IllegalArgumentException.class,
            () -> PngImages.encode(new ImageShape(2, 1, 1), new byte[2])).getMessage());
    }

    @Test
    public void looksUpPaletteColours() {
        final var png = PngFile.of(3, 1, 8, 3).chunk("PLTE", 1, 2, 3, 40, 50, 60).data(0, 1, 0, 1).end();

        assertDecoded(png, new ImageShape(3, 1, 3), 40, 1, 40, 50, 2, 50, 60, 3, 60);
    }

    @Test
    public void givesATransparentPaletteAnAlphaChannel() {
        final var png =
            PngFile.of(2, 1, 1, 3).chunk("PLTE", 1, 2, 3, 40, 50, 60).chunk("tRNS", 7).data(0, 0b01000000).end();

        assertDecoded(png, new ImageShape(4, 1, 2), 1, 40, 2, 50, 3, 60, 7, 255);
    }

    @Test
    public void refusesAColourBeyondThePalette() {
        final var png = PngFile.of(1, 1, 8, 3).chunk("PLTE", 1, 2, 3).data(0, 1).end();

        assertEquals("Row \"r17\": this is no readable PNG image (a pixel has color 1 of a palette of 1).",
            complaint(png).getMessage());
    }

    @Test
    public void scalesFewBitsToTheFullRange() {
        assertDecoded(PngFile.of(4, 1, 1, 0).data(0, 0b01010000).end(), new ImageShape(1, 1, 4), 0, 255, 0, 255);
        assertDecoded(PngFile.of(4, 1, 2, 0).data(0, 0b00011011).end(), new ImageShape(1, 1, 4), 0, 85, 170, 255);
        assertDecoded(PngFile.of(3, 1, 4, 0).data(0, 0x0F, 0x10).end(), new ImageShape(1, 1, 3), 0, 255, 17);
    }

    @Test
    public void roundsSixteenBitsToTheNearestOfEight() {
        // 128 is just below the middle between 0 and 257, 129 just above
        final var png = PngFile.of(4, 1, 16, 0).data(0, 0, 128, 0, 129, 0xFF, 0xFF, 0x80, 0x00).end();

        assertDecoded(png, new ImageShape(1, 1, 4), 0, 1, 255, 128);
    }

    @Test
    public void roundsSixteenBitColours() {
        final var png = PngFile.of(1, 1, 16, 6).data(0, 0xFF, 0xFF, 0x12, 0x12, 0, 0, 0x80, 0x80).end();

        assertDecoded(png, new ImageShape(4, 1, 1), 255, 18, 0, 128);
    }

    @Test
    public void repeatsGreyWithAlphaInThreeChannels() {
        final var png = PngFile.of(2, 1, 8, 4).data(0, 11, 200, 22, 100).end();

        assertDecoded(png, new ImageShape(4, 1, 2), 11, 22, 11, 22, 11, 22, 200, 100);
    }

    @Test
    public void makesASingleTransparentColourAlpha() {
        final var grey = PngFile.of(2, 1, 8, 0).chunk("tRNS", 0, 5).data(0, 5, 6).end();
        final var colour = PngFile.of(2, 1, 8, 2).chunk("tRNS", 0, 5, 0, 6, 0, 7).data(0, 5, 6, 7, 5, 6, 8).end();

        assertDecoded(grey, new ImageShape(4, 1, 2), 5, 6, 5, 6, 5, 6, 0, 255);
        assertDecoded(colour, new ImageShape(4, 1, 2), 5, 5, 6, 6, 7, 8, 0, 255);
    }

    /** Two colours of 16 bits that are the same in 8 are two colours. */
    @Test
    public void comparesTheTransparentColourInAllBits() {
        final var png = PngFile.of(2, 1, 16, 0).chunk("tRNS", 1, 0).data(0, 1, 0, 1, 1).end();

        assertDecoded(png, new ImageShape(4, 1, 2), 1, 1, 1, 1, 1, 1, 0, 255);
        assertEquals(257, PngImages.decodeDeep(png, WHERE).value(1));
        assertEquals(65_535, PngImages.decodeDeep(png, WHERE).value(7));
    }

    @Test
    public void ignoresATransparencyThatIsTooShort() {
        assertDecoded(PngFile.of(1, 1, 8, 2).chunk("tRNS", 0, 5).data(0, 5, 5, 5).end(), new ImageShape(3, 1, 1), 5, 5,
            5);
    }

    @Test
    public void aPaletteOfGreysIsGrey() {
        final var png = PngFile.of(3, 1, 8, 3).chunk("PLTE", 1, 1, 1, 40, 40, 40).data(0, 1, 0, 1).end();

        assertDecoded(png, new ImageShape(1, 1, 3), 40, 1, 40);
    }

    @Test
    public void turnsUprightAsExifSays() {
        final var png = PngFile.of(2, 1, 8, 0)
            .chunk("eXIf", 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0).data(0, 5, 6).end();

        assertDecoded(png, new ImageShape(1, 2, 1), 6, 5);
        assertEquals(new ImageShape(1, 2, 1), PngImages.shape(png, WHERE));
    }

    @Test
    public void ignoresDamageBesideThePixels() {
        final var profile = PngFile.of(2, 1, 8, 0).chunk("iCCP", 1, 2, 3).chunk("iTXt").data(0, 50, 200).end();
        final var checksum = profile.clone();
        checksum[8 + 25 + 12 + 2] ^= 1;

        assertDecoded(profile, new ImageShape(1, 1, 2), 50, 200);
        assertDecoded(checksum, new ImageShape(1, 1, 2), 50, 200);
    }

    @Test
    public void ignoresGammaAndUnknownAncillaryChunks() {
        final var png =
            PngFile.of(2, 1, 8, 0).chunk("gAMA", 0, 0, 0x27, 0x10).chunk("prIv", 1, 2, 3).data(0, 50, 200).end();

        assertDecoded(png, new ImageShape(1, 1, 2), 50, 200);
    }

    @Test
    public void readsInterlacedImages() {
        // 2 x 2 pixels: pass 1 holds (0,0), pass 6 (1,0), pass 7 the second row
        final var png = new PngFile().chunk("IHDR", PngFile.header(2, 2, 8, 0, 1)).data(0, 1, 0, 2, 0, 3, 4).end();

        assertDecoded(png, new ImageShape(1, 2, 2), 1, 2, 3, 4);
    }

    @Test
    public void tellsTheShapeThatDecodingGives() {
        for (final var png : List.of(GOOD, PngFile.of(2, 1, 8, 4).data(0, 11, 200, 22, 100).end(),
            PngFile.of(2, 1, 1, 3).chunk("PLTE", 1, 2, 3, 40, 50, 60).chunk("tRNS", 7).data(0, 64).end())) {
            assertEquals(PngImages.decode(png, WHERE).shape(), PngImages.shape(png, WHERE));
        }
    }

    @Test
    public void refusesWhatIsNoPng() {
        assertReason("it is empty", new byte[0]);
        assertReason("it does not start like a PNG file",
            "GIF89a and more".getBytes(StandardCharsets.US_ASCII));
        assertReason("its first chunk is not IHDR", new PngFile().data(0, 1).end());
        assertReason("it ends before its header", Arrays.copyOf(GOOD, 8));
        assertReason("it ends before its pixel data", Arrays.copyOf(GOOD, 8 + 25));
        assertReason("it ends in the middle of chunk IDAT", Arrays.copyOf(GOOD, GOOD.length - 13));
        assertReason("chunk ABCD is unknown", PngFile.of(1, 1, 8, 0).chunk("ABCD", 1).data(0, 1).end());
    }

    @Test
    public void refusesImpossibleHeaders() {
        assertReason("its header announces an image without pixels", PngFile.of(0, 5, 8, 0).data(0).end());
        assertReason("its header announces 4 bits with color type 2", PngFile.of(1, 1, 4, 2).data(0, 1).end());
        assertReason("its header announces 8 bits with color type 5", PngFile.of(1, 1, 8, 5).data(0, 1).end());
        assertReason("its header has a wrong length", new PngFile().chunk("IHDR", 1, 2, 3).end());
        assertReason("its header names an unknown compression, filter or interlace method",
            new PngFile().chunk("IHDR", PngFile.header(1, 1, 8, 0, 2)).data(0, 1).end());
    }

    @Test
    public void refusesToUnpackBombs() {
        assertReason("its header announces 2147483647 x 2147483647 pixels, more than the 67108864 that are read of "
            + "PNG",
            PngFile.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, 6).data(0).end());
        assertReason("its header announces more pixels than its data can hold",
            PngFile.of(4000, 4000, 8, 2).data(0).end());
    }

    @Test
    public void refusesTooFewPixelData() {
        assertReason("its pixel data are damaged", PngFile.of(2, 2, 8, 0).data(0, 1, 2).end());
        assertReason("its pixel data are damaged", PngFile.of(1, 1, 8, 0).chunk("IDAT", 1, 2, 3).end());
    }

    /** The last 12 bytes say only that the file ends. */
    @Test
    public void refusesEveryPrefixWithoutAllPixels() {
        for (int length = 0; length < GOOD.length; length++) {
            final var prefix = Arrays.copyOf(GOOD, length);
            if (length < GOOD.length - END) {
                assertThrows("prefix of " + length, DataException.class, () -> PngImages.decode(prefix, WHERE));
            } else {
                assertTrue(PngImages.decode(prefix, WHERE).sameAs(PngImages.decode(GOOD, WHERE)));
            }
        }
    }

    @Test
    public void refusesEveryFlippedBitThatMatters() {
        final var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            final var damaged = GOOD.clone();
            final int bit = random.nextInt(8 * damaged.length);
            damaged[bit / 8] ^= 1 << bit % 8;
            if (bit / 8 >= GOOD.length - END) {
                assertTrue(PngImages.decode(damaged, WHERE).sameAs(PngImages.decode(GOOD, WHERE)));
                continue;
            }

            final var complaint =
                assertThrows("bit " + bit, DataException.class, () -> PngImages.decode(damaged, WHERE));

            assertTrue(complaint.getMessage(),
                complaint.getMessage().startsWith("Row \"r17\": this is no readable PNG image ("));
        }
    }

    private static void assertDecoded(final byte[] png, final ImageShape shape, final int... values) {
        final var decoded = PngImages.decode(png, WHERE);
        assertEquals(shape, decoded.shape());
        final var unsigned = new int[decoded.values().length];
        for (int i = 0; i < unsigned.length; i++) {
            unsigned[i] = decoded.values()[i] & 0xFF;
        }
        assertArrayEquals(values, unsigned);
    }

    private static void assertReason(final String reason, final byte[] png) {
        final var complaint = complaint(png);
        assertEquals("Row \"r17\": this is no readable PNG image (" + reason + ").", complaint.getMessage());
        assertEquals(List.of("Remove the image.", "Load or convert it again."), complaint.fixes());
    }

    private static DataException complaint(final byte[] png) {
        return assertThrows(DataException.class, () -> PngImages.decode(png, WHERE));
    }

    private static byte[] noise(final int size, final long seed) {
        final var values = new byte[size];
        new Random(seed).nextBytes(values);
        return values;
    }
}
