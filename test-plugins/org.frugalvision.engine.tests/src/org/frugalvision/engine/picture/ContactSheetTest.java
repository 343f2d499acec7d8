// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.junit.Test;

/** Many images side by side. */
public final class ContactSheetTest {

    /** Black and white side by side. */
    private static final DecodedImage PAIR = new DecodedImage(new ImageShape(1, 1, 2), new byte[]{0, -1});

    @Test
    public void enlargesSmallImagesByWholeFactors() {
        final var sheet = sheet(List.of(new ContactSheet.Tile("pair", PAIR)));

        assertEquals(new ImageShape(3, 16 + 96 + 16 + 16, 16 + 96 + 16), sheet.shape());
        assertEquals("left half", 0x000000, pixel(sheet, 16 + 47, 16 + 48));
        assertEquals("right half", 0xFFFFFF, pixel(sheet, 16 + 48, 16 + 48));
        assertEquals("above the image", 0xFFFFFF, pixel(sheet, 16 + 20, 16 + 10));
    }

    @Test
    public void shrinksLargeImagesAndKeepsTheirProportions() {
        final var values = new byte[3 * 100 * 400];
        Arrays.fill(values, 0, 40_000, (byte)200);
        final var sheet =
            sheet(List.of(new ContactSheet.Tile("wide", new DecodedImage(new ImageShape(3, 100, 400), values))));

        assertEquals(0xC80000, pixel(sheet, 16, 16 + 48));
        assertEquals(0xC80000, pixel(sheet, 16 + 95, 16 + 48));
        assertEquals(0xFFFFFF, pixel(sheet, 16 + 48, 16 + 30));
    }

    @Test
    public void showsWhiteThroughTransparency() {
        final var image = new DecodedImage(new ImageShape(4, 1, 1), new byte[]{0, 0, 0, 51});

        assertEquals(0xCCCCCC, pixel(sheet(List.of(new ContactSheet.Tile("", image))), 64, 64));
    }

    @Test
    public void fillsRowsOfTen() {
        final var sheet = sheet(Collections.nCopies(11, new ContactSheet.Tile("x", PAIR)));

        assertEquals(2 * 16 + 10 * 106 - 10, sheet.shape().width());
        assertEquals(2 * 16 + 2 * 122 - 10, sheet.shape().height());
        assertEquals("eleventh image", 0x000000, pixel(sheet, 16 + 10, 16 + 122 + 48));
    }

    @Test
    public void showsTheFirstOfTooMany() {
        final var most =
            sheet(Collections.nCopies(ContactSheet.MOST_TILES, new ContactSheet.Tile("a name that is too long", PAIR)));
        final var more = decode(ContactSheet.png(Collections.nCopies(ContactSheet.MOST_TILES,
            new ContactSheet.Tile("a name that is too long", PAIR)), 5000));

        assertEquals(most.shape().height() + 26, more.shape().height());
    }

    @Test
    public void drawsAnEmptySheet() {
        assertTrue(sheet(List.of()).shape().width() > 0);
    }

    @Test
    public void rowsMayHaveDifferentLengths() {
        final var tile = new ContactSheet.Tile("x", PAIR);
        final var sheet = decode(ContactSheet.rows(List.of(List.of(tile), List.of(tile, tile)), 3));

        assertEquals(2 * 16 + 2 * 106 - 10, sheet.shape().width());
        assertEquals(2 * 16 + 2 * 122 - 10, sheet.shape().height());
        assertEquals("nothing beside the first", 0xFFFFFF, pixel(sheet, 16 + 106 + 10, 16 + 48));
        assertEquals("beside the second", 0x000000, pixel(sheet, 16 + 106 + 10, 16 + 122 + 48));
    }

    @Test
    public void longRowsAreCut() {
        final var row = Collections.nCopies(11, new ContactSheet.Tile("x", PAIR));
        final var sheet = decode(ContactSheet.rows(Collections.nCopies(13, row), 143));

        assertEquals(2 * 16 + 10 * 106 - 10, sheet.shape().width());
        assertEquals("12 rows, and a line for 23 more", 2 * 16 + 12 * 122 - 10 + 26, sheet.shape().height());
    }

    private static DecodedImage sheet(final List<ContactSheet.Tile> tiles) {
        return decode(ContactSheet.png(tiles, tiles.size()));
    }

    private static DecodedImage decode(final byte[] png) {
        return PngImages.decode(png, "Picture");
    }

    private static int pixel(final DecodedImage picture, final int x, final int y) {
        final int area = picture.shape().height() * picture.shape().width();
        final int i = y * picture.shape().width() + x;
        return (picture.values()[i] & 0xFF) << 16 | (picture.values()[area + i] & 0xFF) << 8
            | picture.values()[2 * area + i] & 0xFF;
    }
}
