// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.sheet;

import java.util.function.Function;

import org.frugalvision.nodes.view.ViewPage;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Image Contact Sheet</i>. */
public final class ImageContactSheetNodeFactory extends DefaultNodeFactory {

    /** One for each node, as its page is. */
    private static final Function<ViewPage, DefaultNode> NODE = page -> DefaultNode.create() //
        .name("Image Contact Sheet") //
        .icon("image-contact-sheet.png") //
        .shortDescription("Puts images of a table into one picture.") //
        .fullDescription("""
                <p>Draws images of a table side by side, each with its row ID or the value of a column under it: a quick
                look at what a network will learn from. It shows the first images of the table, or some of each class.
                Small images are enlarged so that their pixels are seen, large ones are shrunk; a line tells how many
                images there are beside those shown.</p>
                <p>Rows without readable image are left out, and one warning counts them. On machines without fonts
                there are no captions.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputTable("Images", "A table with a column of images.") //
            .addOutputPort("Contact sheet", "The picture.", ImagePortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(ImageContactSheetNodeParameters.class) //
            .configure(ImageContactSheet::configure) //
            .execute(ImageContactSheet::execute)) //
        .addView(view -> page.declare(view, SheetView.DESCRIPTION)) //
        .nodeType(NodeType.Visualizer) //
        .keywords("montage", "thumbnails", "overview", "gallery", "look at images");

    /** Called by KNIME. */
    public ImageContactSheetNodeFactory() {
        super(NODE.apply(SheetView.page()));
    }
}
