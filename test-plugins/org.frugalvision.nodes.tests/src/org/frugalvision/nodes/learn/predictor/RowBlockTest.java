// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import static org.junit.Assert.assertEquals;

import java.util.Optional;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.nodes.table.ImageCell;
import org.junit.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;

/** How many rows are held at a time: bounded by their number and by what they take. */
public class RowBlockTest {

    @Test
    public void smallRowsAreBoundedByTheirNumber() {
        assertEquals(4096, rowsUntilFull(0, Optional.empty()));
        assertEquals(4096, rowsUntilFull(10, Optional.of(image(28))));
    }

    @Test
    public void largeImagesAreBoundedByTheirBytes() {
        assertEquals(23, rowsUntilFull(0, Optional.of(image(1000))));
        assertEquals(1, rowsUntilFull(0, Optional.of(image(5000))));
    }

    @Test
    public void longEmbeddingsCountToo() {
        assertEquals(17, rowsUntilFull(100_000, Optional.empty()));
    }

    private static int rowsUntilFull(final int numbers, final Optional<ImageCell> image) {
        final var block = new RowBlock(numbers);
        final var row = new DefaultRow("row", new DataCell[]{new StringCell("note")});
        while (!block.isFull()) {
            block.add(new RowBlock.Member(row, image, Optional.empty()));
        }
        return block.members().size();
    }

    private static ImageCell image(final int side) {
        return new ImageCell("row", new DecodedImage(new ImageShape(1, side, side), new byte[side * side]));
    }
}
