// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import org.junit.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.container.TestPictures;

public class PNGImageContentTest {

    private static PNGImageContent ofSize(final int bytes) {
        return new PNGImageContent(TestPictures.ofSize(bytes, 1));
    }

    @Test
    public void makesABlobOfFortyKibibytes() {
        assertTrue(ofSize(40 * 1024 - 1).toImageCell() instanceof PNGImageCell);
        assertTrue(ofSize(40 * 1024).toImageCell() instanceof PNGImageBlobCell);
    }

    @Test
    public void fitsIntoOneColumnWhateverTheSize() {
        assertTrue(PNGImageContent.TYPE.isASuperTypeOf(ofSize(100).toImageCell().getType()));
        assertTrue(PNGImageContent.TYPE.isASuperTypeOf(ofSize(100_000).toImageCell().getType()));
        assertSame(PNGImageValue.class, ofSize(100_000).toImageCell().getType().getPreferredValueClass());
    }

    @Test
    public void comparesPicturesByTheirBytes() {
        final PNGImageContent content = ofSize(200);
        final DataCell cell = new PNGImageCell(content);
        final DataCell blob = new PNGImageBlobCell(ofSize(200));

        assertEquals(cell, blob);
        assertEquals(blob, cell);
        assertEquals(cell.hashCode(), blob.hashCode());
        assertNotEquals(cell, new PNGImageBlobCell(ofSize(201)));
    }

    @Test
    public void keepsTheBytes() throws IOException {
        final byte[] bytes = TestPictures.ofSize(200, 1);
        final PNGImageContent content = new PNGImageContent(new ByteArrayInputStream(bytes));
        final ByteArrayOutputStream saved = new ByteArrayOutputStream();
        content.save(saved);

        assertArrayEquals(bytes, saved.toByteArray());
        assertArrayEquals(bytes, content.getByteArrayReference());
        assertArrayEquals(bytes, content.getByteArray());
        assertNotSame(content.getByteArray(), content.getByteArrayReference());
        assertEquals(new Dimension(2, 1), content.getPreferredSize());
        assertEquals("PNG Image 2 x 1 with 0 KB", content.getSummary());
        assertEquals(content, PNGImageCellFactory.create(bytes) instanceof PNGImageValue
            ? ((PNGImageValue)PNGImageCellFactory.create(bytes)).getImageContent() : null);
    }

    @Test
    public void refusesBytesThatAreNoPicture() {
        for (final byte[] bytes : new byte[][]{{}, "no picture at all".getBytes(), new byte[1000]}) {
            final String message =
                assertThrows(IllegalArgumentException.class, () -> new PNGImageContent(bytes)).getMessage();
            assertTrue(message, message.startsWith("Not a readable PNG picture (" + bytes.length + " bytes): "));
        }
    }

    @Test
    public void refusesNoBytes() {
        assertEquals("PNG bytes must not be null.",
            assertThrows(IllegalArgumentException.class, () -> new PNGImageContent((byte[])null)).getMessage());
    }

    @Test
    public void refusesATruncatedPicture() {
        final byte[] whole = TestPictures.ofSize(100, 1);
        for (int length = 0; length < 42; length++) {
            final byte[] prefix = Arrays.copyOf(whole, length);
            assertThrows(length + " bytes", IllegalArgumentException.class, () -> new PNGImageContent(prefix));
        }
    }
}
