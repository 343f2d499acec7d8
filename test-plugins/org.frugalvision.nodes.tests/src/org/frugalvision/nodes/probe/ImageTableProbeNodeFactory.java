// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
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

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Image Table Probe").icon("").shortDescription("Makes a table.").fullDescription("<p>Makes a table.</p>")
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addOutputTable("Table", "The table.")) //
        .model(model -> model.parametersClass(ProbeParameters.class).configure(ImageTableProbeNodeFactory::configure)
            .execute(ImageTableProbeNodeFactory::execute));

    /** Called by KNIME. */
    public ImageTableProbeNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) {
        final ProbeParameters parameters = in.getParameters();
        out.setOutSpecs(spec(parameters.m_text.lines().findFirst().orElse("")));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final ProbeParameters parameters = in.getParameters();
        final String[] lines = parameters.m_text.lines().toArray(String[]::new);
        final DataTableSpec spec = spec(lines[0]);
        final var rows = in.getExecutionContext().createDataContainer(spec);
        for (int i = 1; i < lines.length; i++) {
            final String[] words = lines[i].strip().split(" +");
            final var cells = new DataCell[words.length - 1];
            for (int c = 0; c < cells.length; c++) {
                cells[c] = cell(words[c + 1], spec.getColumnSpec(c).getType(), i);
            }
            rows.addRowToTable(new DefaultRow(new RowKey(words[0]), cells));
        }
        rows.close();
        out.setOutData(rows.getTable());
    }

    private static DataTableSpec spec(final String columns) {
        return new DataTableSpec(Arrays.stream(columns.strip().split(" +")).map(word -> {
            final String name = word.replaceAll("\\[.*", "").replace('~', ' ');
            final var column = new DataColumnSpecCreator(name, type(name));
            if (word.endsWith("]")) {
                column.setDomain(new DataColumnDomainCreator(
                    Arrays.stream(word.substring(name.length() + 1, word.length() - 1).split(","))
                        .map(StringCell::new).toArray(DataCell[]::new)).createDomain());
            }
            return column.createSpec();
        }).toArray(DataColumnSpec[]::new));
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
