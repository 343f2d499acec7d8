// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.charset.StandardCharsets;

import org.junit.Test;

/** Files that lie among images and are none, or none that are read. */
public final class ForeignFilesTest {

    @Test
    public void namesImagesOfOtherKinds() {
        assertImage("a HEIC", "\0\0\0\30ftypheic\0\0\0\0mif1heic");
        assertImage("a HEIC", "\0\0\0\30ftypmif1\0\0\0\0mif1heic");
        assertImage("an AVIF", "\0\0\0\40ftypavif\0\0\0\0avifmif1miaf");
        assertImage("an AVIF", "\0\0\0\34ftypmif1\0\0\0\0mif1avifmiaf");
        assertImage("a JPEG 2000", "\0\0\0\fjP  \r\n\u0087\n");
        assertImage("a JPEG 2000", "\u00FF\u004F\u00FF\u0051\0");
        assertImage("a JPEG XL", "\u00FF\n\u00FA");
        assertImage("a JPEG XL", "\0\0\0\fJXL \r\n\u0087\n");
        assertImage("an ICO", "\0\0\1\0\1\0");
        assertImage("a Photoshop", "8BPS\0\1");
        assertImage("an OpenEXR", "v/1\1\2");
        assertImage("a Radiance HDR", "#?RADIANCE\n");
        assertImage("a FITS", "SIMPLE  =                    T");
        assertImage("a DICOM", "\0".repeat(128) + "DICM");
        assertImage("a Netpbm", "P6\n3 2\n255\n");
    }

    @Test
    public void namesWhatWasSavedInstead() {
        assertReason("it is a pointer of Git LFS instead of the file; fetch the files with \"git lfs pull\"",
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");
        for (final String page : new String[]{"<!DOCTYPE html>\n<html>", "\n <HTML><body>404</body>",
            "\u00EF\u00BB\u00BF<!-- saved -->\n<html>", "<head><title>Not found"}) {
            assertReason("it is a web page (HTML) instead of an image; download the image again", page);
        }
        for (final String drawing : new String[]{"<svg xmlns='x'/>", "<?xml version=\"1.0\"?>\n<!-- a -->\n<SVG>"}) {
            assertReason("it is an SVG drawing, which has no pixels; convert it to PNG", drawing);
        }
        assertReason("it is a PDF document, no image; export its pictures as PNG or JPEG", "%PDF-1.7\n");
        assertReason("it is a video or another file of the MP4 family, no image", "\0\0\0\30ftypisom\0\0");
    }

    /** Two letters make no bitmap. */
    @Test
    public void textIsNoImage() {
        for (final String text : new String[]{"BMI of 24 patients, sorted by age", "BM", "GIFT", "II", "MM*", "RIFF",
            "<note>hello</note>", "P6x", "\0"}) {
            assertReason("it is no PNG, JPEG, GIF, BMP, TIFF or WebP image", text);
        }
    }

    private static void assertImage(final String kind, final String content) {
        assertReason("it is %s image, which is not read; convert it to PNG or JPEG".formatted(kind), content);
    }

    private static void assertReason(final String reason, final String content) {
        final byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(reason, assertThrows(RejectedException.class, () -> ImageFiles.decode(file, 100)).getMessage());
    }
}
