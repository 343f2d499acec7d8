// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what files are, under whatever names, that are found among images but not read. */
final class ForeignFiles {

    private static final int START = 1024;

    private static final String CONVERT = "it is %s image, which is not read; convert it to PNG or JPEG";

    /** What files begin with, one character per byte; the first that fits counts. */
    private static final Map<Pattern, String> BEGINNINGS = beginnings();

    private ForeignFiles() {
    }

    private static Map<Pattern, String> beginnings() {
        final var beginnings = new LinkedHashMap<Pattern, String>();
        add(beginnings, "....ftyp(avif|avis|mi.1.{0,40}avi[fs])", CONVERT.formatted("an AVIF"));
        add(beginnings, "....ftyp(hei[cxms]|hev[cxms]|mif1|msf1)", CONVERT.formatted("a HEIC"));
        add(beginnings, "....ftyp", "it is a video or another file of the MP4 family, no image");
        add(beginnings, "\\x00\\x00\\x00\\x0CjP|\\xFF\\x4F\\xFF\\x51", CONVERT.formatted("a JPEG 2000"));
        add(beginnings, "\\x00\\x00\\x00\\x0CJXL|\\xFF\\x0A", CONVERT.formatted("a JPEG XL"));
        add(beginnings, "\\x00\\x00\\x01\\x00", CONVERT.formatted("an ICO"));
        add(beginnings, "8BPS", CONVERT.formatted("a Photoshop"));
        add(beginnings, "\\x76\\x2F\\x31\\x01", CONVERT.formatted("an OpenEXR"));
        add(beginnings, "#\\?RADIANCE|#\\?RGBE", CONVERT.formatted("a Radiance HDR"));
        add(beginnings, "SIMPLE  =", CONVERT.formatted("a FITS"));
        add(beginnings, ".{128}DICM", CONVERT.formatted("a DICOM"));
        add(beginnings, "P[1-7fF]\\s", CONVERT.formatted("a Netpbm"));
        add(beginnings, "%PDF-", "it is a PDF document, no image; export its pictures as PNG or JPEG");
        add(beginnings, "version https://git-lfs\\.github\\.com/spec",
            "it is a pointer of Git LFS instead of the file; fetch the files with \"git lfs pull\"");
        add(beginnings, "\\s*<.*<svg|\\s*<svg", "it is an SVG drawing, which has no pixels; convert it to PNG");
        add(beginnings, "\\s*<(!doctype html|html|head|body)|\\s*<.*<html",
            "it is a web page (HTML) instead of an image; download the image again");
        return beginnings;
    }

    private static void add(final Map<Pattern, String> to, final String beginning, final String reason) {
        to.put(Pattern.compile(beginning, Pattern.DOTALL), reason);
    }

    /** Why this is no image that is read; empty if it is nothing known. */
    static Optional<String> reason(final byte[] file) {
        final var start = new String(file, 0, Math.min(START, file.length), StandardCharsets.ISO_8859_1)
            .replaceFirst("^\\xEF\\xBB\\xBF", "");
        final var text = start.stripLeading().startsWith("<") ? start.toLowerCase(Locale.ROOT) : start;
        return BEGINNINGS.entrySet().stream().filter(beginning -> beginning.getKey().matcher(text).lookingAt())
            .map(Map.Entry::getValue).findFirst();
    }
}
