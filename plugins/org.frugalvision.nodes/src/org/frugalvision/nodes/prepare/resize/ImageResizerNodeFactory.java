// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.resize;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Image Resizer</i>. */
public final class ImageResizerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Image Resizer") //
        .icon("image-resizer.png") //
        .shortDescription("Brings the images of a table to one size.") //
        .fullDescription("""
                <p>Gives all images of a column the same width and height, as most networks need them, by the same rule
                as the Image Folder Reader: where an image becomes smaller, every new pixel is the mean over its part
                of the old image; where it becomes larger, pixels are interpolated linearly. Images keep their channels
                and bits; images that have the size already stay as they are.</p>
                <p>Resize when images are read if you can: the files are then decoded once. This node is for images
                that come from elsewhere, or that are wanted in several sizes.</p>
                <p>Rows without readable image have a missing one after it; one warning counts them.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputTable("Images", "A table with a column of images.") //
            .addOutputTable("Resized images", "The same table with the resized images in their column.")) //
        .model(model -> model //
            .parametersClass(ImageResizerNodeParameters.class) //
            .configure(ImageResizer::configure) //
            .execute(ImageResizer::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("resize", "scale", "thumbnail", "crop", "pad", "width", "height");

    /** Called by KNIME. */
    public ImageResizerNodeFactory() {
        super(NODE);
    }
}
