// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.explain;

import org.frugalvision.engine.run.MethodInfo;

/**
 * What a method of explanation tells about itself.
 *
 * @param id its name in files and settings
 * @param label its name for people
 * @param summary what it does, one sentence
 * @param paper where it comes from
 * @param verdict when it pays and when it does not
 * @param cost in passes of an image through the network
 */
public record ExplainerInfo(String id, String label, String summary, String paper, String verdict, String cost)
    implements MethodInfo {
}
