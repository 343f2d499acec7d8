// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.image.Resize;
import org.frugalvision.engine.run.Wording;

/**
 * Many small images side by side with a caption under each, in reading order. Small images are enlarged by whole
 * factors, so that their pixels are seen; large ones are shrunk. Transparent pixels show white. Without {@link Fonts}
 * there are no captions.
 */
public final class ContactSheet {

    /** More images than these are not shown, but counted under the others. */
    public static final int MOST_TILES = 120;

    /** More images than these do not fit into one row. */
    public static final int MOST_COLUMNS = 10;

    private static final int EDGE = 96;

    private static final int GAP = 10;

    private static final int CAPTION = 16;

    private static final int MARGIN = 16;

    private ContactSheet() {
    }

    /**
     * One image of the sheet.
     *
     * @param caption stands under it; shortened to its width
     * @param image 1, 3 or 4 channels
     */
    public record Tile(String caption, DecodedImage image) {
    }

    /**
     * Draws a sheet.
     *
     * @param tiles the images; of more than {@value #MOST_TILES} the first
     * @param all how many images there are, at least those given; the sheet says how many more than shown
     * @return a PNG image
     */
    public static byte[] png(final List<Tile> tiles, final long all) {
        final List<List<Tile>> rows = new ArrayList<>();
        for (int from = 0; from < Math.min(tiles.size(), MOST_TILES); from += MOST_COLUMNS) {
            rows.add(tiles.subList(from, Math.min(from + MOST_COLUMNS, Math.min(tiles.size(), MOST_TILES))));
        }
        return draw(rows, all);
    }

    /**
     * Draws a sheet of rows, such as an image and what was made of it.
     *
     * @param rows the images of each row, from the left: of more than {@value #MOST_COLUMNS} the first, and of so many
     *   rows that there are at most {@value #MOST_TILES} images
     * @param all how many images there are, at least those given; the sheet says how many more than shown
     * @return a PNG image
     */
    public static byte[] rows(final List<List<Tile>> rows, final long all) {
        return draw(rows.stream().limit(MOST_TILES / MOST_COLUMNS)
            .map(row -> row.subList(0, Math.min(row.size(), MOST_COLUMNS))).toList(), all);
    }

    private static byte[] draw(final List<List<Tile>> rows, final long all) {
        final int shown = rows.stream().mapToInt(List::size).sum();
        final int columns = Math.max(1, rows.stream().mapToInt(List::size).max().orElse(1));
        final int below = all > shown ? CAPTION + GAP : 0;
        final var sheet = new BufferedImage(2 * MARGIN + columns * (EDGE + GAP) - GAP,
            2 * MARGIN + Math.max(1, rows.size()) * (EDGE + CAPTION + GAP) - GAP + below,
            BufferedImage.TYPE_3BYTE_BGR);
        final var graphics = sheet.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
            final var pen = new Pen(graphics, !Fonts.present());
            pen.use(Font.PLAIN, 11, Pen.INK);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    final Tile tile = rows.get(row).get(column);
                    draw(sheet, tile.image(), x(column), y(row));
                    pen.centred(pen.fit(tile.caption(), EDGE), x(column) + EDGE / 2.0,
                        y(row) + EDGE + CAPTION / 2.0);
                }
            }
            if (all > shown) {
                pen.left("and %s more".formatted(Wording.value(all - shown)), MARGIN,
                    y(Math.max(1, rows.size())) + CAPTION / 2.0);
            }
        } finally {
            graphics.dispose();
        }
        return PngImages.encode(sheet);
    }

    private static int x(final int column) {
        return MARGIN + column * (EDGE + GAP);
    }

    private static int y(final int row) {
        return MARGIN + row * (EDGE + CAPTION + GAP);
    }

    private static void draw(final BufferedImage sheet, final DecodedImage image, final int left, final int top) {
        final var fitted = fit(image);
        final var shape = fitted.shape();
        final int fromLeft = left + (EDGE - shape.width()) / 2;
        final int fromTop = top + (EDGE - shape.height()) / 2;
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                sheet.setRGB(fromLeft + x, fromTop + y, colour(fitted, y * shape.width() + x));
            }
        }
    }

    /** The image as large as fits into a tile. */
    private static DecodedImage fit(final DecodedImage image) {
        final var shape = image.shape();
        final int longer = Math.max(shape.height(), shape.width());
        if (longer <= EDGE) {
            return enlarge(image, EDGE / longer);
        }
        final int height = Math.max(1, Math.round((float)shape.height() * EDGE / longer));
        final int width = Math.max(1, Math.round((float)shape.width() * EDGE / longer));
        return new DecodedImage(new ImageShape(shape.channels(), height, width),
            Resize.rounded(shape, image.values(), height, width));
    }

    private static DecodedImage enlarge(final DecodedImage image, final int factor) {
        final var old = image.shape();
        final var shape = new ImageShape(old.channels(), old.height() * factor, old.width() * factor);
        final var values = new byte[shape.size()];
        for (int i = 0; i < values.length; i++) {
            final int row = i / shape.width();
            values[i] = image.values()[row / factor * old.width() + i % shape.width() / factor];
        }
        return new DecodedImage(shape, values);
    }

    private static int colour(final DecodedImage image, final int position) {
        final int channels = image.shape().channels();
        final int area = image.shape().height() * image.shape().width();
        final int alpha = channels == 4 ? image.values()[3 * area + position] & 0xFF : 255;
        int colour = 0;
        for (int channel = 0; channel < 3; channel++) {
            final int value = image.values()[(channels == 1 ? 0 : channel) * area + position] & 0xFF;
            colour = colour << 8 | (alpha * value + (255 - alpha) * 255 + 127) / 255;
        }
        return colour;
    }
}
