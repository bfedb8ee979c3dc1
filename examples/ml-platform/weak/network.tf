resource "aws_vpc" "ml" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
  tags                 = { Name = var.name }
}

resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.ml.id
  cidr_block              = "10.20.0.0/24"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.ml.id
  cidr_block = "10.20.10.0/24"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.ml.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.ml.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.ml.id
}

resource "aws_route_table_association" "private" {
  subnet_id      = aws_subnet.private.id
  route_table_id = aws_route_table.private.id
}

resource "aws_security_group" "ml" {
  name   = "${var.name}-ml"
  vpc_id = aws_vpc.ml.id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.20.0.0/16"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Without a policy: whoever is inside may copy to any bucket of the world.
resource "aws_vpc_endpoint" "s3" {
  vpc_id          = aws_vpc.ml.id
  service_name    = "com.amazonaws.${var.region}.s3"
  route_table_ids = [aws_route_table.private.id]
}

# Without private DNS: the SDK still resolves the public address, and goes around it.
resource "aws_vpc_endpoint" "sagemaker" {
  vpc_id              = aws_vpc.ml.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${var.region}.sagemaker.api"
  subnet_ids          = [aws_subnet.private.id]
  security_group_ids  = [aws_security_group.ml.id]
  private_dns_enabled = false
}
