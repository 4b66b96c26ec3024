"""Quality, readability, speed and segmentation, measured on a folder of data given."""
