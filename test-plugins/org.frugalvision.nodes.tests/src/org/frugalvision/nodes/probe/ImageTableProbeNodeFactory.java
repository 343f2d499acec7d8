// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * A table of images as a test describes it: first the columns, e.g. <code>image label[a,b] note</code>, then one line
 * per row, <code>key image label note</code>, where an image is <code>4x4x1</code> (height, width, channels; seeded
 * noise), <code>4x4x1!</code> (the same with a damaged checksum), <code>4x4x1=7</code> (7 everywhere),
 * <code>4x4x1@deep</code> (16 bits a value), <code>4x4x3@palette</code> (colours of a palette) and <code>?</code> is a
 * missing cell. A column whose name begins with "number", "P " or "Threshold" holds numbers, with "list" lists of
 * numbers as <code>1;0.5;NaN</code>, one whose name contains "tags" lists of strings as <code>a;b</code>,
 * <code>a;?</code> with a missing one or <code>-</code> without any; ~ stands for a space in names.
 */
public final class ImageTableProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE =
        TextTable.node("Image Table Probe", ImageTableProbeNodeFactory::spec, ImageTableProbeNodeFactory::row);

    /** Called by KNIME. */
    public ImageTableProbeNodeFactory() {
        super(NODE);
    }

    private static DataRow row(final String line, final int number, final DataTableSpec spec) {
        final String[] words = line.strip().split(" +");
        final var cells = new DataCell[words.length - 1];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = cell(words[c + 1], spec.getColumnSpec(c).getType(), number);
        }
        return new DefaultRow(new RowKey(words[0]), cells);
    }

    private static DataTableSpec spec(final String columns) {
        return new DataTableSpec(Arrays.stream(columns.strip().split(" +"))
            .map(word -> TextTable.column(word, name -> name.replace('~', ' '), ImageTableProbeNodeFactory::type))
            .toArray(DataColumnSpec[]::new));
    }

    private static DataType type(final String name) {
        if (name.startsWith("image")) {
            return PNGImageContent.TYPE;
        }
        if (name.startsWith("list")) {
            return ListCell.getCollectionType(DoubleCell.TYPE);
        }
        if (name.contains("tags") && !name.startsWith("P ")) {
            return ListCell.getCollectionType(StringCell.TYPE);
        }
        return List.of("number", "P ", "Threshold").stream().anyMatch(name::startsWith) ? DoubleCell.TYPE
            : StringCell.TYPE;
    }

    private static DataCell cell(final String word, final DataType type, final int seed) {
        if (word.equals("?")) {
            return DataType.getMissingCell();
        }
        if (type.equals(DoubleCell.TYPE)) {
            return new DoubleCell(Double.parseDouble(word));
        }
        if (type.isCollectionType() && type.getCollectionElementType().equals(StringCell.TYPE)) {
            return CollectionCellFactory.createListCell(Arrays.stream(word.split(";")).filter(tag -> !tag.equals("-"))
                .map(tag -> tag.equals("?") ? DataType.getMissingCell() : new StringCell(tag)).toList());
        }
        if (type.isCollectionType()) {
            return CollectionCellFactory.createListCell(Arrays.stream(word.split(";"))
                .map(number -> new DoubleCell(Double.parseDouble(number))).toList());
        }
        if (!type.equals(PNGImageContent.TYPE)) {
            return new StringCell(word);
        }
        final String[] parts = word.split("(?=[!=@])");
        final int[] size = Arrays.stream(parts[0].split("x")).mapToInt(Integer::parseInt).toArray();
        final var shape = new ImageShape(size[2], size[0], size[1]);
        final var values = new byte[shape.size()];
        new Random(seed).nextBytes(values);
        final byte[] png = png(shape, values, parts.length == 1 ? "" : parts[1]);
        return new PNGImageContent(png).toImageCell();
    }

    private static byte[] png(final ImageShape shape, final byte[] values, final String kind) {
        switch (kind) {
            case "@deep":
                return RarePng.of(BufferedImage.TYPE_USHORT_GRAY, shape, values);
            case "@palette":
                return RarePng.of(BufferedImage.TYPE_BYTE_INDEXED, shape, values);
            case "!":
                final byte[] png = PngImages.encode(shape, values);
                // the checksum of the pixels, before the 12 bytes of the last chunk: they are not what was saved
                png[png.length - 13] ^= 1;
                return png;
            default:
                if (kind.startsWith("=")) {
                    Arrays.fill(values, (byte)Integer.parseInt(kind.substring(1)));
                }
                return PngImages.encode(shape, values);
        }
    }
}
