// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.writer;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Image Writer</i>. */
public final class ImageWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Image Writer") //
        .icon("image-writer.png") //
        .shortDescription("Writes the images of a table as files, one folder per class.") //
        .fullDescription("""
                <p>Writes every image as a file with exactly the pixels of the table: PNG images as PNG, multi-band
                images as TIFF with all their bands and bits, which the Image Folder Reader reads again as "All
                bands". Formats that lose something, such as JPEG, are not written. A file is named after the last
                part of its row ID, a folder after its class; images without a label go into the folder itself.</p>
                <p>Names are valid on Windows, macOS and Linux: characters that one of them forbids become "_", names
                that Windows keeps for devices get a "_" in front, long names are cut, and names that differ in
                capitals only get a number. Names depend on the order of the rows and nothing else.</p>
                <p>Nothing is overwritten unless you say so: if one of the files exists already, the node fails
                before it writes anything. Rows without readable image are not written; the report says why.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputTable("Images", "A table with a column of images and, for folders per class, labels.") //
            .addOutputTable("Report", "One row per input row: the file, its size, or why there is none.")) //
        .model(model -> model //
            .parametersClass(ImageWriterNodeParameters.class) //
            .configure(ImageWriter::configure) //
            .execute(ImageWriter::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("save images", "export", "PNG", "TIFF", "folder", "directory", "files");

    /** Called by KNIME. */
    public ImageWriterNodeFactory() {
        super(NODE);
    }
}
