// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.sheet;

import org.frugalvision.nodes.view.KeptGallery;
import org.frugalvision.nodes.view.ViewPage;

/** The view of the Image Contact Sheet: its images with captions, to filter and to zoom. */
final class SheetView {

    static final String DESCRIPTION = """
            The images of the sheet with their captions, at most 120 and shrunk to at most 160 pixels. They can be
            filtered by parts of their captions and zoomed; a click shows one large.
            """;

    private SheetView() {
    }

    static ViewPage page() {
        return KeptGallery.page("Contact sheet");
    }
}
