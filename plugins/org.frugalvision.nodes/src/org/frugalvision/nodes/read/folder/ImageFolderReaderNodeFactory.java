// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Image Folder Reader</i>. */
public final class ImageFolderReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Image Folder Reader") //
        .icon("image-folder-reader.png") //
        .shortDescription("Reads a folder of image files, an archive or a list of them into a table.") //
        .fullDescription("""
                <p>Reads all image files of a folder and of the folders in it. Every file is either in the first
                table or, with the reason, in the second one; nothing vanishes. Broken files do not stop the node;
                one warning counts them.</p>
                <p>Files are told by their content, not by their name: PNG, JPEG, GIF (first picture), BMP, TIFF
                (first page) and WebP. All are turned upright as the camera noted; color profiles are ignored. The
                number of pixels is read before an image is decoded, so that a small file that pretends to be huge is
                rejected and costs no memory.</p>
                <p>Instead of a folder you can read an archive of one (zip; tar, also packed with gzip, bzip2 or xz),
                and a list of files can say which files are read and what they are labeled: a CSV file (UTF-8,
                or "Unicode text" of Excel) with column names in the first line, then one line per file. Include,
                exclude and the limit per class choose among the files it names. In patterns capitals do not matter. A
                label field may hold several labels of an image, with a separator between them, for a CNN Learner that
                learns several labels per image: the column "label" then holds lists of strings, each label once. A
                regular expression names its part of the path by a group: (?&lt;label&gt;...) for labels,
                (?&lt;group&gt;...) for groups.</p>
                <p>Row IDs are the paths below the folder, with slashes on every system. Rows are in natural order
                ("img2" before "img10"), the same on every machine and with any number of threads. Names that begin
                with a dot are hidden and left out; links are followed, unless they lead in a circle.</p>
                <p>Images come as PNG images of 8 bits. "All bands" gives multi-band images instead, as satellites and
                microscopes need them: any number of bands, of 8 or 16 bits, as stored in TIFF or PNG, with a preview
                of the first three bands in false color. All nodes that look at pixels take both. Without it, files
                of more than 4 bands are rejected and a warning counts the images of 16 bits that were rounded to
                8.</p>
                <p>The columns <i>width</i>, <i>height</i> and <i>channels</i> describe the image in the file, before
                it is brought to the wanted colors and size.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addOutputTable("Images", "One row per image: the image, its label, group and file.") //
            .addOutputTable("Rejected files",
                "One row per file that gave no image: the file, the reason and its size.")) //
        .model(model -> model //
            .parametersClass(ImageFolderReaderNodeParameters.class) //
            .configure(ImageFolderReader::configure) //
            .execute(ImageFolderReader::execute)) //
        .keywords("directory", "load images", "JPEG", "PNG", "GIF", "BMP", "TIFF", "WebP", "zip", "tar", "CSV",
            "manifest", "multi-band", "multispectral", "16 bit");

    /** Called by KNIME. */
    public ImageFolderReaderNodeFactory() {
        super(NODE);
    }
}
