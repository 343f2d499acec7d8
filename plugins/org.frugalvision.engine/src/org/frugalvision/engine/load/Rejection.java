// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

/**
 * A file that gave no image.
 *
 * @param id its path below the folder that was read, with slashes
 * @param reason why, a clause without full stop
 * @param bytes its size; 0 where that could not be told
 */
public record Rejection(String id, String reason, long bytes) {
}
