// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Random;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;

/**
 * Writes a table of PNG cells, smaller and larger than 40 KiB, and reads it twice. To be started with a heap that is
 * much smaller than the table: <code>java -Xmx256m ... SpillProof 2000</code> (megabytes).
 */
public final class SpillProof {

    private static final DataTableSpec SPEC = new DataTableSpec(
        new DataColumnSpec[]{new DataColumnSpecCreator("image", PNGImageContent.TYPE).createSpec(),
            new DataColumnSpecCreator("label", StringCell.TYPE).createSpec()});

    private SpillProof() {
    }

    /** Prints how long it took and how much heap was used. */
    public static void main(final String... arguments) {
        final long megabytes = Long.parseLong(arguments[0]);
        final long start = System.nanoTime();
        final DataContainer container = new DataContainer(SPEC);
        final long bytes = write(container, megabytes << 20);
        final double written = (System.nanoTime() - start) / 1e9;
        final DataTable table = container.getTable();
        for (int pass = 0; pass < 2; pass++) {
            if (read(table) != bytes) {
                throw new IllegalStateException("Bytes got lost.");
            }
        }
        final double done = (System.nanoTime() - start) / 1e9;
        final long rows = container.size();
        container.dispose();
        final long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP)
            .mapToLong(p -> p.getPeakUsage().getUsed()).sum();
        System.out.printf("%d MB in %d rows: written in %.1f s, read twice in %.1f s, peak heap at most %d of %d MB%n",
            bytes >> 20, rows, written, done - written, peak >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Picture sizes are drawn from 1 to 80 KiB; returns the sum of the sizes. */
    static long write(final DataContainer container, final long wanted) {
        final Random sizes = new Random(1);
        long bytes = 0;
        for (long i = 0; bytes < wanted; i++) {
            final byte[] picture = TestPictures.ofSize(1024 + sizes.nextInt(79 * 1024), i);
            bytes += picture.length;
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(i),
                new PNGImageContent(picture).toImageCell(), new StringCell("class " + i % 10)));
        }
        container.close();
        return bytes;
    }

    /** Compares every cell with what was written; returns the sum of the sizes. */
    static long read(final DataTable table) {
        long bytes = 0;
        long i = 0;
        for (final DataRow row : table) {
            final byte[] picture = ((PNGImageValue)row.getCell(0)).getImageContent().getByteArrayReference();
            if (!row.getKey().equals(RowKey.createRowKey(i))
                || !Arrays.equals(picture, TestPictures.ofSize(picture.length, i))
                || !row.getCell(1).equals(new StringCell("class " + i % 10))) {
                throw new IllegalStateException("Row " + i + " is not what was written.");
            }
            bytes += picture.length;
            i++;
        }
        return bytes;
    }
}
